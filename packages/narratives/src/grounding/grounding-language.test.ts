import { expect, test } from 'vitest'
import { briefs } from './__fixtures__/voice-corpus.js'
import { groundText } from './ground-text.js'

const facts = briefs['diggIt'] ?? []
const pieces = [{ text: 'You last played C-Doc in March 2018.', factIds: ['F2'] }]

test('a region of a language that has rules is that language', () => {
  expect(groundText('', pieces, facts, { language: 'en-GB' }).accepted).toBe(true)
})

test('a language without rules refuses everything', () => {
  const verdict = groundText('', pieces, facts, { language: 'de' })
  expect(verdict.published).toBe('')
  expect(verdict.sentences[0]?.refusals).toMatchObject([{ code: 'language' }])
})

test('words that announce a quotation are part of its claim, not opinion', () => {
  const said = [{ text: 'As Nick Sweeting puts it: “Just save one or two things.”', factIds: ['F1', 'F2'] }]
  expect(groundText('', said, briefs['archive'] ?? []).claims.map((claim) => claim.support)).toEqual(['supported'])
})
