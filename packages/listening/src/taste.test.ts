import { entityId, type Evidence } from '@linernotes/catalog'
import { createTestDatabase, type TestDatabase } from '@linernotes/database/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  artistFirstPlay,
  artistLastPlay,
  artistPlays,
  ensureListener,
  fewListeners,
  labelPlays,
  listeningHistory,
  longTracksFinished,
  noTagPlays,
  readTaste,
  recordListens,
  releasePlays,
  sharedAudience,
  showPlays,
  tagPlays,
  tasteSummary,
  topicPlays,
  type Taste,
} from './index.js'
import { plantEpisode, plantTrack, type Planted } from './__fixtures__/plant-catalogue.js'

const now = (): number => Date.UTC(2026, 10, 23)
const minutes = 60_000
let database: TestDatabase
let short: Planted
let long: Planted
let episode: { episodeId: string; showId: string }
let taste: Taste

beforeAll(async () => {
  database = await createTestDatabase()
  const { db } = database
  short = await plantTrack(db, {
    artist: "C'Doc",
    title: 'Short',
    release: { title: 'Record', label: 'blocSonic', tags: ['rap', 'funk'] },
    durationMs: 3 * minutes,
  })
  long = await plantTrack(db, {
    artist: 'And/Or',
    title: 'Long',
    release: { title: 'Snow Effects', label: 'MiMi Records', tags: ['idm'] },
    durationMs: 8 * minutes,
  })
  const nobody = await plantTrack(db, { artist: 'Various Artists', title: 'Mix', durationMs: 9 * minutes })
  episode = await plantEpisode(db, { show: 'Self-Hosted', title: 'Perfect Plex Setup', tags: ['plex'], durationMs: 60 * minutes })
  const other = await plantEpisode(db, { show: 'Self-Hosted', title: 'Backups', tags: ['plex', 'zfs'], durationMs: 60 * minutes })
  const listener = await ensureListener(db, { externalId: 'ada', timeZone: 'America/New_York' })
  await recordListens(
    db,
    listener.id,
    [
      // Still 2016, and still February, in New York.
      { itemId: short.trackId, playedAt: '2017-01-01T03:00:00Z', playedMs: 3 * minutes },
      { itemId: short.trackId, playedAt: '2016-06-01T12:00:00Z' },
      { itemId: short.trackId, playedAt: '2018-03-01T02:00:00Z', playedMs: 10_000 },
      { itemId: long.trackId, playedAt: '2017-11-09T12:00:00Z', playedMs: 7.2 * minutes },
      { itemId: nobody.trackId, playedAt: '2019-01-01T12:00:00Z', playedMs: 1 * minutes },
      { itemId: episode.episodeId, playedAt: '2020-01-01T12:00:00Z', playedMs: 54 * minutes },
      { itemId: other.episodeId, playedAt: '2020-01-02T12:00:00Z', playedMs: 53 * minutes },
      { artistName: 'Unknown here', title: 'Unmatched', playedAt: '2020-01-03T12:00:00Z' },
    ],
    { now },
  )
  const read = await readTaste(db, listener.id, { now })
  if (read === null) throw new Error('the listener is gone')
  taste = read
})
afterAll(() => database[Symbol.asyncDispose]())

test.each<[string, () => Evidence | null, string, Record<string, unknown>]>([
  ['plays in a year', () => artistPlays(taste, short.artistId, 2016), "You played C'Doc 2 times in 2016.", { plays: 2 }],
  ['plays in all', () => artistPlays(taste, short.artistId), "You played C'Doc 3 times.", { plays: 3 }],
  ['one play', () => artistPlays(taste, long.artistId, 2017), 'You played And/Or once in 2017.', { plays: 1 }],
  ['a first play', () => artistFirstPlay(taste, long.artistId), 'You first played And/Or in November 2017.', { month: '2017-11' }],
  ['a last play', () => artistLastPlay(taste, short.artistId), "Your last C'Doc play was in February 2018.", { month: '2018-02' }],
  ['plays of a release', () => releasePlays(taste, short.releaseId ?? ''), 'You played tracks of Record 3 times.', { plays: 3 }],
  ['tracks of a label', () => labelPlays(taste, 'blocsonic'), 'You played 1 track of blocSonic since 2016.', { tracks: 1, since: 2016 }],
  ['plays of a tag', () => tagPlays(taste, 'rap'), 'You played tracks from releases tagged rap 3 times.', { plays: 3 }],
  ['no plays of a tag', () => noTagPlays(taste, 'chiptune'), 'You have no plays of releases tagged chiptune.', { plays: 0 }],
  ['long tracks', () => longTracksFinished(taste), 'You finished 1 of the 2 tracks over 7 minutes that you played.', { finished: 1, of: 2 }],
  ['a show', () => showPlays(taste, episode.showId), 'You finished 1 of the 2 Self-Hosted episodes that you played.', { finished: 1, of: 2 }],
  ['a topic', () => topicPlays(taste, 'zfs'), 'You finished 0 of the 1 episode about zfs that you played.', { finished: 0, of: 1 }],
  ['hardly any audience', () => fewListeners({ id: short.trackId, title: 'Short' }, 1), 'Fewer than 10 listeners here have played Short.', { few: true }],
  [
    'a small shared audience',
    () => sharedAudience({ id: short.artistId, name: "C'Doc" }, { id: episode.showId, name: 'Self-Hosted' }, 1),
    "Fewer than 10 listeners who play C'Doc also play Self-Hosted.",
    { listeners: null },
  ],
])('%s: the sentence, and the same from the query', async (_, build, statement, answer) => {
  const evidence = build()
  expect(evidence?.statement).toBe(statement)
  expect(evidence?.source.licence).toBe('LicenseRef-private')
  const { rows } = await sql.raw(evidence?.query ?? '').execute(database.db)
  expect(rows).toEqual([answer])
})

test('what is not there is no evidence', () => {
  const stranger = entityId('artist', 'name', 'nobody')
  const found = [
    artistPlays(taste, stranger),
    artistPlays(taste, short.artistId, 1999),
    artistFirstPlay(taste, stranger),
    releasePlays(taste, 'x'),
    labelPlays(taste, 'x'),
  ]
  expect([
    ...found,
    tagPlays(taste, 'x'),
    noTagPlays(taste, 'Rap'),
    showPlays(taste, 'x'),
    topicPlays(taste, 'x'),
    fewListeners({ id: 'x', title: 'X' }, 10),
  ]).toEqual(Array.from({ length: 10 }, () => null))
})

test('an audience of ten is told, one of nine never', () => {
  const [anchor, target] = [
    { id: short.artistId, name: "C'Doc" },
    { id: long.artistId, name: 'And/Or' },
  ]
  expect(sharedAudience(anchor, target, 10)).toMatchObject({
    listeners: 10,
    values: { listeners: 10 },
    statement: "At least 10 listeners who play C'Doc also play And/Or.",
  })
  expect(JSON.stringify(sharedAudience(anchor, target, 9))).not.toContain('9 listeners')
})

test('the same history gives the same evidence whenever it is read', async () => {
  const later = await readTaste(database.db, taste.listener.id, { now: () => now() + 5000 })
  expect(later === null ? null : artistPlays(later, short.artistId)?.id).toBe(artistPlays(taste, short.artistId)?.id)
})

test('nobody is no artist, and their plays are items all the same', () => {
  expect([...taste.artists.values()].map((artist) => artist.name)).toEqual(["C'Doc", 'And/Or'])
  expect(taste.total?.plays).toBe(7)
  expect(taste.items.get(short.trackId)?.finished).toBe(true)
  expect(tasteSummary(taste)).toBe(
    "7 plays since June 2016. Most played: C'Doc and And/Or. Mostly from releases tagged funk, rap, and idm. Podcasts: Self-Hosted.",
  )
})

test('counts are written as narratives write them, thousands apart', () => {
  const [id, artist] = [...taste.artists][0]!
  const many = { ...taste, total: { ...taste.total!, plays: 2893 }, artists: new Map([[id, { ...artist, plays: 1878 }]]) }
  expect(tasteSummary(many)).toMatch(/^2,893 plays since/u)
  expect(artistPlays(many, id)?.statement).toBe("You played C'Doc 1,878 times.")
})

test('nothing played, nobody there', async () => {
  const quiet = await ensureListener(database.db, { externalId: 'quiet' })
  const nothing = await readTaste(database.db, quiet.id, { now })
  expect(nothing).toMatchObject({ total: null, timeZone: 'UTC' })
  expect(nothing === null ? null : [tasteSummary(nothing), longTracksFinished(nothing), noTagPlays(nothing, 'idm')]).toEqual([
    'Nothing played yet.',
    null,
    null,
  ])
  expect(await readTaste(database.db, entityId('listener', 'nobody'), { now })).toBeNull()
})

const read = (first: number, after: string | null, filter = {}) => listeningHistory(database.db, taste.listener.id, { first, after }, filter)

test('history: newest first, by year and artist, page by page', async () => {
  const whole = await read(50, null)
  expect(whole.nodes.map((play) => play.playedAt.getTime())).toEqual(whole.nodes.map((play) => play.playedAt.getTime()).toSorted((one, other) => other - one))
  const pages = []
  for (let after: string | null = null; ;) {
    const page = await read(3, after)
    pages.push(...page.nodes)
    after = page.cursors.at(-1) ?? null
    if (!page.hasNextPage) break
  }
  expect(pages).toEqual(whole.nodes)
  expect(await read(10, null, { year: 2016, artistId: short.artistId })).toMatchObject({ totalCount: 2, hasNextPage: false })
  expect(await read(2, 'made up')).toMatchObject({ totalCount: 7, hasNextPage: true })
})
