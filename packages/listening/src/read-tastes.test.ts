import { createTestDatabase, type TestDatabase } from '@linernotes/database/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureListener, listeningHistories, listeningHistory, readTaste, readTastes, recordListens, type Listener } from './index.js'
import { plantTrack } from './__fixtures__/plant-catalogue.js'

const now = (): number => Date.UTC(2026, 10, 23)
let database: TestDatabase
let listeners: Listener[]

beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  const one = await plantTrack(db, { artist: 'Ana', title: 'One', release: { title: 'First' } })
  const two = await plantTrack(db, { artist: 'Bo', title: 'Two', release: { title: 'Second' } })
  listeners = await Promise.all([
    ensureListener(db, { externalId: 'tokyo', timeZone: 'Asia/Tokyo' }),
    ensureListener(db, { externalId: 'unknown' }),
    ensureListener(db, { externalId: 'quiet', timeZone: 'Europe/Berlin' }),
  ])
  const plays = ['2016-12-31T20:00:00Z', '2017-06-01T10:00:00Z', '2018-01-01T00:00:00Z']
  for (const [index, listener] of listeners.slice(0, 2).entries()) {
    const drafts = plays.flatMap((playedAt) => [{ itemId: one.trackId, playedAt }, ...(index === 0 ? [] : [{ itemId: two.trackId, playedAt }])])
    await recordListens(db, listener.id, drafts, { now })
  }
})
afterAll(() => database[Symbol.asyncDispose]())

const ids = (): string[] => listeners.map((listener) => listener.id)

test('several tastes are each what it is alone, in its own time zone', async () => {
  const together = await readTastes(database.db, [...ids(), 'lis_none'], { now })
  expect([...together.keys()].toSorted()).toEqual(ids().toSorted())
  for (const id of ids()) expect(together.get(id)).toEqual(await readTaste(database.db, id, { now }))
  const years = (id: string | undefined) => [...(together.get(id ?? '')?.artists.values() ?? [])].map((artist) => [...artist.years])
  // New Year comes nine hours earlier in Tokyo.
  expect(years(listeners[0]?.id)).toEqual([
    [
      [2017, 2],
      [2018, 1],
    ],
  ])
  expect(years(listeners[1]?.id)[0]).toEqual([
    [2016, 1],
    [2017, 1],
    [2018, 1],
  ])
})

test.each([{}, { year: 2017 }, { year: 1999 }])('several histories are each what it is alone: %o', async (filter) => {
  for (const page of [
    { first: 2, after: null },
    { first: 50, after: null },
    { first: 0, after: null },
  ]) {
    const together = await listeningHistories(database.db, ids(), page, filter)
    for (const id of ids())
      expect(together.get(id) ?? { nodes: [], cursors: [], hasNextPage: false, totalCount: 0 }).toEqual(await listeningHistory(database.db, id, page, filter))
  }
})
