import { entityId } from '@linernotes/catalog'
import { createTestDatabase, type TestDatabase } from '@linernotes/database/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureListener, readTaste, recordFeedback, type FeedbackEvent } from './index.js'

const now = (): number => Date.UTC(2026, 10, 23)
const itemId = entityId('track', 'hidden')
const recommendationId = entityId('recommendation', 'one')
let database: TestDatabase
let listenerId: string
beforeAll(async () => {
  database = await createTestDatabase()
  listenerId = (await ensureListener(database.db, { externalId: 'ada' })).id
  await database.db
    .insertInto('recommendations')
    .values({
      id: recommendationId,
      listener_id: listenerId,
      item_id: itemId,
      item_kind: 'track',
      recipe: 'discover-tracks',
      rank: 1,
      score: 1,
      novelty: 0,
      reasons: '[]',
      model_version: '1',
      data_version: '1',
      issued_at: new Date(now()),
    })
    .execute()
})
afterAll(() => database[Symbol.asyncDispose]())

const event = (clientEventId: string, more: Partial<FeedbackEvent> = {}): FeedbackEvent => ({ recommendationId, outcome: 'impression', clientEventId, ...more })
const record = (events: readonly FeedbackEvent[]) => recordFeedback(database.db, events, { now })
const count = async (): Promise<number> => (await database.db.selectFrom('feedback').selectAll().execute()).length

test('an event is recorded once, and hiding takes effect', async () => {
  const events = [event('1'), event('1'), event('2', { outcome: 'hide', at: '2026-11-22T10:00:00Z', playedMs: 3000 })]
  expect(await record(events)).toMatchObject({ read: 3, imported: 2, duplicates: 1 })
  expect(await record(events)).toMatchObject({ imported: 0, duplicates: 3 })
  expect((await readTaste(database.db, listenerId, { now }))?.hiddenItemIds).toEqual(new Set([itemId]))
  expect(await record([])).toMatchObject({ read: 0 })
})

test.each<[string, FeedbackEvent, string]>([
  ['a recommendation that was never made', event('3', { recommendationId: entityId('recommendation', 'none') }), 'NOT_FOUND events.1.recommendationId'],
  ['a text that is no id', event('3', { recommendationId: 'rec_\0' }), 'NOT_FOUND events.1.recommendationId'],
  ['a narrative that was never written', event('3', { narrativeId: entityId('narrative', 'none') }), 'NOT_FOUND events.1.narrativeId'],
  ['a time to come', event('3', { at: '2031-01-01T00:00:00Z' }), 'INVALID_INPUT events.1.at'],
  ['a negative length', event('3', { playedMs: -1 }), 'INVALID_INPUT events.1.playedMs'],
  ['an empty event id', event(''), 'INVALID_INPUT events.1.clientEventId'],
])('%s is refused, and nothing is recorded', async (_, wrong, refusal) => {
  const before = await count()
  const answer = await record([event(`good with ${refusal}`), wrong])
  expect('code' in answer ? `${answer.code} ${answer.path.join('.')}` : answer).toBe(refusal)
  expect(await count()).toBe(before)
})
