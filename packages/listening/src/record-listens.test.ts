import { entityId } from '@linernotes/catalog'
import { createTestDatabase, type TestDatabase } from '@linernotes/database/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attachUnmatchedListens, ensureListener, listeningHistory, recordListens, type ListenDraft } from './index.js'
import { plantEpisode, plantTrack } from './__fixtures__/plant-catalogue.js'

const now = (): number => Date.UTC(2026, 10, 23)
let database: TestDatabase
let people = 0
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

/** A listener of one's own, and what they play. */
async function record(drafts: readonly ListenDraft[]) {
  const listener = await ensureListener(database.db, { externalId: `person-${++people}` })
  const report = await recordListens(database.db, listener.id, drafts, { now })
  const items = async (): Promise<string[]> => (await listeningHistory(database.db, listener.id, { first: 50, after: null })).nodes.map((play) => play.itemId)
  return { listener, report, items }
}
const at = (minute: number): string => new Date(Date.UTC(2024, 4, 1, 12, minute)).toISOString()

test('a play is recorded once, however often it is sent', async () => {
  const { trackId } = await plantTrack(database.db, { artist: 'C-Doc', title: 'Digg It!' })
  const drafts = [
    { itemId: trackId, playedAt: at(0), playedMs: 1000 },
    { itemId: trackId, playedAt: at(0), playedMs: 1000 },
    { artistName: 'C-Doc', title: 'Digg It!', playedAt: at(5) },
  ]
  const { listener, report } = await record(drafts)
  expect(report).toMatchObject({ read: 3, imported: 2, duplicates: 1, unmatched: 0, rejected: 0 })
  expect(await recordListens(database.db, listener.id, drafts, { now })).toMatchObject({ read: 3, imported: 0, duplicates: 3 })
})

test('what is not in the catalogue is kept with its names and attaches when it arrives', async () => {
  const { report, items } = await record([
    { artistName: 'The Later Band', title: 'Not Yet', playedAt: at(0) },
    { showTitle: 'Later Show', title: 'One', playedAt: at(1) },
  ])
  expect(report).toMatchObject({ imported: 2, unmatched: 2 })
  expect(await items()).toEqual([])
  const { trackId } = await plantTrack(database.db, { artist: 'Later Band', title: 'Not yet' })
  const { episodeId } = await plantEpisode(database.db, { show: 'Later Show', title: 'One' })
  expect(await attachUnmatchedListens(database.db)).toBe(2)
  expect(await items()).toEqual([episodeId, trackId])
  expect(await attachUnmatchedListens(database.db)).toBe(0)
})

test('the recording id decides, then the ISRC, then the names', async () => {
  const mbid = 'c7d0bf6e-b2aa-4ffa-bded-2448415b39b0'
  const byMbid = await plantTrack(database.db, { artist: 'The Stranglers', title: 'Golden Brown', mbid })
  const byIsrc = await plantTrack(database.db, { artist: 'Elsewhere', title: 'Coded', isrc: 'GBAYE8100053' })
  const { items } = await record([
    { artistName: 'Stranglers', title: 'Golden Brown (remastered)', recordingMbid: mbid.toUpperCase(), playedAt: at(2) },
    { artistName: 'Somebody', title: 'Something', isrc: 'GB-AYE-81-00053', playedAt: at(1) },
    { artistName: 'stranglers', title: 'golden brown', playedAt: at(0) },
  ])
  expect(await items()).toEqual([byMbid.trackId, byIsrc.trackId, byMbid.trackId])
})

test('another recording of the same name is not a match', async () => {
  await plantTrack(database.db, { artist: 'Twice Recorded', title: 'Song', mbid: '11111111-1111-4111-8111-111111111111' })
  const { report } = await record([{ artistName: 'Twice Recorded', title: 'Song', recordingMbid: '22222222-2222-4222-8222-222222222222', playedAt: at(0) }])
  expect(report.unmatched).toBe(1)
})

test('several candidates match only where they are one recording, or one is on the named release', async () => {
  const album = await plantTrack(database.db, { artist: 'Duo', title: 'Ambiguous', release: { title: 'Album', year: 2010 }, durationMs: 200_000 })
  await plantTrack(database.db, { artist: 'Duo', title: 'Ambiguous', release: { title: 'Live', year: 2012 }, durationMs: 320_000 })
  const first = await plantTrack(database.db, { artist: 'Duo', title: 'Same', release: { title: 'Album', year: 2010 }, durationMs: 180_000 })
  await plantTrack(database.db, { artist: 'Duo', title: 'Same', release: { title: 'Best of', year: 2014 }, durationMs: 181_000 })
  const { report, items } = await record([
    { artistName: 'Duo', title: 'Ambiguous', playedAt: at(3) },
    { artistName: 'Duo', title: 'Ambiguous', releaseTitle: 'ALBUM', playedAt: at(2) },
    { artistName: 'Duo', title: 'Same', playedAt: at(1) },
  ])
  expect(report.unmatched).toBe(1)
  expect(await items()).toEqual([album.trackId, first.trackId])
})

test.each<[string, ListenDraft, string]>([
  ['an unknown item', { itemId: entityId('track', 'nowhere'), playedAt: at(0) }, 'itemId'],
  ['an id with a NUL', { itemId: 'trk_\0', playedAt: at(0) }, 'itemId'],
  ['no title', { artistName: 'Somebody', playedAt: at(0) }, 'title'],
  ['no artist', { title: 'Something', artistName: ' \u200b', playedAt: at(0) }, 'artistName'],
  ['a NUL', { title: 'Some\0thing', artistName: 'Somebody', playedAt: at(0) }, 'title'],
  ['a time before listens were recorded', { title: 'A', artistName: 'B', playedAt: '1970-01-01T00:01:40Z' }, 'playedAt'],
  ['a time to come', { title: 'A', artistName: 'B', playedAt: '2030-01-01T00:00:00Z' }, 'playedAt'],
  ['no time', { title: 'A', artistName: 'B', playedAt: 'yesterday' }, 'playedAt'],
  ['a negative length', { title: 'A', artistName: 'B', playedAt: at(0), playedMs: -1 }, 'playedMs'],
  ['a length that no integer column holds', { title: 'A', artistName: 'B', playedAt: at(0), playedMs: 2 ** 31 }, 'playedMs'],
  ['a recording id that is none', { title: 'A', artistName: 'B', playedAt: at(0), recordingMbid: 'nope' }, 'recordingMbid'],
])('%s is rejected by its field, and the rest is kept', async (_, draft, field) => {
  const { report } = await record([draft, { title: 'Lone surrogate \ud800', artistName: 'B', playedAt: at(9) }])
  expect(report).toMatchObject({ read: 2, imported: 1, rejected: 1, problems: [{ line: 1, field }] })
})
