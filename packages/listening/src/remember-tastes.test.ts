import { bumpDataVersion } from '@linernotes/database'
import { createTestDatabase, type TestDatabase } from '@linernotes/database/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ensureListener, readTaste, recordListens, rememberTastes, type ReadTaste } from './index.js'
import { plantTrack } from './__fixtures__/plant-catalogue.js'

let database: TestDatabase
let trackId: string
let listenerId: string
let day = 0
beforeAll(async () => {
  database = await createTestDatabase()
  trackId = (await plantTrack(database.db, { artist: 'C-Doc', title: 'Short' })).trackId
})
afterAll(() => database[Symbol.asyncDispose]())

let read: ReadTaste
let clock: number
const now = (): number => clock
const plays = async (): Promise<number> => (await read(database.db, listenerId, { now }))?.total?.plays ?? 0
const play = () => recordListens(database.db, listenerId, [{ itemId: trackId, playedAt: new Date(Date.UTC(2016, 0, ++day)) }], { now })

beforeEach(async () => {
  clock = Date.UTC(2026, 10, 23)
  read = rememberTastes({ most: 2, forMs: 60_000 })
  listenerId = (await ensureListener(database.db, { externalId: `listener-${++day}` })).id
})

test('it is what readTaste says, the first time and the next, and a new listen counts at once', async () => {
  await play()
  const first = await read(database.db, listenerId, { now })
  expect(first).toEqual(await readTaste(database.db, listenerId, { now }))
  expect(await read(database.db, listenerId, { now })).toEqual(first)
  await play()
  expect(await read(database.db, listenerId, { now })).toEqual(await readTaste(database.db, listenerId, { now }))
  expect(await plays()).toBe(2)
})

test('a history is read once until somebody says that the data changed, or a minute has passed', async () => {
  await play()
  expect(await plays()).toBe(1)
  await sql`update listens set item_id = null where listener_id = ${listenerId}`.execute(database.db)
  expect(await plays()).toBe(1)
  await bumpDataVersion(database.db, 'catalog')
  expect(await plays()).toBe(0)
  await sql`update listens set item_id = ${trackId} where listener_id = ${listenerId}`.execute(database.db)
  clock += 59_999
  expect(await plays()).toBe(0)
  clock += 1
  expect(await plays()).toBe(1)
})

test('what the listener hides, and who they are, is read each time', async () => {
  await play()
  await plays()
  await sql`insert into feedback (client_event_id, recommendation_id, listener_id, item_id, outcome, at)
    values (${`hide-${day}`}, 'rec_none', ${listenerId}, ${trackId}, 'hide', now())`.execute(database.db)
  await sql`update listeners set time_zone = 'Asia/Tokyo', display_name = 'Ada' where id = ${listenerId}`.execute(database.db)
  expect(await read(database.db, listenerId, { now })).toEqual(await readTaste(database.db, listenerId, { now }))
  expect((await read(database.db, listenerId, { now }))?.hiddenItemIds).toEqual(new Set([trackId]))
})

test('nobody is remembered for ever: the one asked for longest ago goes first', async () => {
  await play()
  const asked = listenerId
  await plays()
  await sql`update listens set item_id = null where listener_id = ${asked}`.execute(database.db)
  for (const externalId of ['one', 'two']) await read(database.db, (await ensureListener(database.db, { externalId })).id, { now })
  expect(await plays()).toBe(0)
})

test('an unknown listener has no taste', async () => {
  expect(await read(database.db, 'lis_nobody', { now })).toBeNull()
})
