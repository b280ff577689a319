import { expect, test } from 'vitest'
import { createEvidence, entityKind } from './index.js'

const draft = {
  kind: 'catalog',
  property: 'label',
  subjectId: 'rel_x',
  subject: 'Remix Is Love',
  statement: 'It came out on aaahh records.',
  values: { release: 'Remix Is Love', label: 'aaahh records' },
  source: { name: 'x', url: null, licence: 'CC0-1.0', retrievedAt: null },
} as const

test('what is not said is null', () => {
  expect(createEvidence(draft)).toMatchObject({
    ...draft,
    query: null,
    computedAt: null,
    episodeId: null,
    plays: null,
    firstPlayedAt: null,
    lastPlayedAt: null,
    listeners: null,
  })
})

test('the same fact has the same id, in whatever order and whenever it was read or computed', () => {
  const { id } = createEvidence(draft)
  expect(entityKind(id)).toBe('evidence')
  expect(createEvidence({ ...draft, values: { label: 'aaahh records', release: 'Remix Is Love' } }).id).toBe(id)
  expect(createEvidence({ ...draft, computedAt: '2026-01-01T00:00:00Z', source: { ...draft.source, retrievedAt: '2026-01-01T00:00:00Z' } }).id).toBe(id)
})

test.each([
  ['statement', { statement: 'It came out on aaahh.' }],
  ['values', { values: { ...draft.values, label: 'aaahh' } }],
  ['subject', { subjectId: 'rel_y' }],
  ['licence', { source: { ...draft.source, licence: 'CC-BY-4.0' } }],
  ['plays', { plays: 3 }],
])('another %s is another fact', (_, change) => {
  expect(createEvidence({ ...draft, ...change }).id).not.toBe(createEvidence(draft).id)
})
