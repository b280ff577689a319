import { ImportFormatError, type ImportContext } from '@linernotes/catalog'
import { createTestDatabase, type TestDatabase } from '@linernotes/database/testing'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findListener, listeningHistory, listeningImporters, ListenerNotNamedError } from '../index.js'
import { plantEpisode, plantTrack } from '../testing/plant-catalogue.js'

let database: TestDatabase
let directory: string
let people = 0
let files = 0
beforeAll(async () => {
  database = await createTestDatabase()
  directory = await mkdtemp(join(tmpdir(), 'listening-'))
})
afterAll(async () => {
  await rm(directory, { recursive: true })
  await database[Symbol.asyncDispose]()
})

type Format = keyof typeof listeningImporters
const context = (signal = new AbortController().signal): ImportContext => ({ db: database.db, now: () => Date.UTC(2026, 10, 23), signal })
async function write(content: string | Uint8Array): Promise<string> {
  const file = join(directory, `history-${++files}.json`)
  await writeFile(file, content)
  return file
}
async function importAs(format: Format, content: string | Uint8Array, listener = `person-${++people}`) {
  return listeningImporters[format](context(), [await write(content)], { listener })
}
const listen = (track: string, at: unknown = 1_748_967_954, more: object = {}): string =>
  JSON.stringify({ listened_at: at, track_metadata: { artist_name: 'The Mamas & The Papas', track_name: track, ...more } })
const stream = (more: object = {}): object => ({
  ts: '2023-03-19T18:31:37Z',
  ms_played: 174_424,
  master_metadata_track_name: 'Monsters',
  master_metadata_album_artist_name: 'All Time Low',
  master_metadata_album_album_name: 'Monsters',
  episode_name: null,
  episode_show_name: null,
  reason_end: 'trackdone',
  incognito_mode: false,
  ip_addr: '203.0.113.7',
  ...more,
})

test('a ListenBrainz export: good lines are kept, the others are in the report, and the same file again changes nothing', async () => {
  const lines = [
    listen('California Dreamin’'),
    listen(''),
    '',
    '{"listened_at": NaN, "track_metadata": {}}',
    listen('Words of Love', '1400000000'),
    '{"listened_at": 17489679',
  ]
  const file = await write(lines.join('\n'))
  const first = await listeningImporters.listenbrainz(context(), [file], { listener: 'twice' })
  expect(first).toMatchObject({ format: 'listenbrainz', read: 5, imported: 2, duplicates: 0, unmatched: 2, rejected: 3 })
  expect(first.problems.map(({ line, field }) => [line, field])).toEqual([
    [2, 'track_name'],
    [4, null],
    [6, null],
  ])
  expect(await listeningImporters.listenbrainz(context(), [file], { listener: 'twice' })).toMatchObject({
    read: 5,
    imported: 0,
    duplicates: 2,
    unmatched: 0,
    rejected: 3,
  })
})

test.each<[string, string, string]>([
  ['an artist that is a list', listen('A', 1_486_449_409, { artist_name: ['One', 'Two'] }), 'artist_name'],
  ['a release that is a number', listen('A', 1_486_449_409, { release_name: 20 }), 'release_name'],
  ['a NUL', listen('\0Fade'), 'track_name'],
  ['no time', listen('A', null), 'listened_at'],
  ['nanoseconds', listen('A', 1_486_449_409_000_000_000), 'listened_at'],
  ['a time before October 2002', listen('A', 100), 'listened_at'],
  [
    'a recording id that is none',
    listen('A', 1_486_449_409, { additional_info: { recording_mbid: 'this mbid is not valid' } }),
    'additional_info.recording_mbid',
  ],
  ['an artist id that is none', listen('A', 1_486_449_409, { additional_info: { artist_mbids: ['nope'] } }), 'additional_info.artist_mbids'],
  ['two lengths', listen('A', 1_486_449_409, { additional_info: { duration: 222, duration_ms: 200_000 } }), 'additional_info.duration'],
  ['a listen that is too large', listen('A', 1_486_449_409, { additional_info: { junk: 'x'.repeat(11_000) } }), 'track_metadata'],
  ['nothing that was played', '{"listened_at": 1486449409, "track_metadata": null}', 'track_metadata'],
])('a ListenBrainz line with %s is rejected by its field', async (_, line, field) => {
  const report = await importAs('listenbrainz', `${line}\n${listen('The next line')}\n`)
  expect(report).toMatchObject({ read: 2, imported: 1, rejected: 1, problems: [{ line: 1, field }] })
})

test('empty ids are unknown ids, and an ISRC that is none says nothing', async () => {
  const report = await importAs(
    'listenbrainz',
    listen('A', 1_486_449_409, { additional_info: { recording_mbid: '', artist_mbids: [null, ''], work_mbids: null, isrc: 'isrc' } }),
  )
  expect(report).toMatchObject({ imported: 1, rejected: 0 })
})

test('submissions, Maloja and Pano Scrobbler are read as well; playing now is not a listen', async () => {
  const submitted = (type: string): string => `{"listen_type": "${type}", "payload": [\n${listen('A')},\n${listen('B')}]}`
  expect(await importAs('listenbrainz', submitted('import'))).toMatchObject({ imported: 2 })
  expect(await importAs('listenbrainz', submitted('playing_now'))).toMatchObject({ imported: 0, rejected: 2 })
  const scrobble = {
    time: 1_760_532_613,
    track: { artists: ['Alabaster Deplume'], title: 'Not Now, Jesus', album: { albumtitle: 'To Cy & Lee' } },
    duration: null,
  }
  const maloja = JSON.stringify({ maloja: {}, scrobbles: [scrobble, { time: 1_760_532_855, track: { title: 'Nobody', artists: [] } }] }, null, 2)
  expect(await importAs('listenbrainz', maloja)).toMatchObject({ imported: 1, rejected: 1, problems: [{ field: 'track.artists' }] })
  const pano = JSON.stringify({ timeMs: 1_762_957_898_933, artist: 'KiloWatts', track: 'Scraped', album: 'Problem', event: 'scrobble' })
  expect(await importAs('listenbrainz', pano)).toMatchObject({ imported: 1 })
})

test('a Spotify history: plays began before `ts`, episodes are found by their show, private sessions and skips are left out', async () => {
  const { trackId } = await plantTrack(database.db, { artist: 'All Time Low', title: 'Monsters' })
  const { episodeId } = await plantEpisode(database.db, { show: 'Self-Hosted', title: 'Jellyfin' })
  const noTrack = { master_metadata_track_name: null, master_metadata_album_artist_name: null, master_metadata_album_album_name: null }
  const rows = [
    stream(),
    stream(),
    stream({ ts: '2023-03-19T19:31:37Z', ...noTrack, episode_name: 'Jellyfin', episode_show_name: 'Self-Hosted', ms_played: 1_800_000 }),
    stream({ incognito_mode: true }),
    stream({ ms_played: 2385, reason_end: 'fwdbtn' }),
    stream({ ms_played: null }),
    stream({ ts: '19 March' }),
    stream({ ...noTrack, audiobook_title: 'A Book' }),
    stream(noTrack),
    null,
  ]
  const report = await importAs('spotify-history', JSON.stringify(rows), 'spotify')
  expect(report).toMatchObject({ read: 10, imported: 2, duplicates: 1, unmatched: 0, rejected: 7 })
  expect(report.problems.map(({ field }) => field)).toEqual([
    'incognito_mode',
    'ms_played',
    'ms_played',
    'ts',
    'audiobook_title',
    'master_metadata_track_name',
    null,
  ])
  expect(report.problems[0]?.message).toContain('(entry 4 of the list)')
  const listener = await findListener(database.db, { externalId: 'spotify' })
  const { nodes } = await listeningHistory(database.db, listener?.id ?? '', { first: 10, after: null })
  expect(nodes).toEqual([
    { itemId: episodeId, itemKind: 'episode', playedAt: new Date('2023-03-19T19:01:37Z'), playedMs: 1_800_000 },
    { itemId: trackId, itemKind: 'track', playedAt: new Date('2023-03-19T18:28:42.576Z'), playedMs: 174_424 },
  ])
  const stored = await database.db
    .selectFrom('listens')
    .selectAll()
    .where('listener_id', '=', listener?.id ?? '')
    .execute()
  expect(JSON.stringify(stored)).not.toContain('203.0.113.7')
})

test('whose history it is comes from the option or from the file, and is asked for where neither says', async () => {
  const named = await write(JSON.stringify([stream({ username: 'clio' })]))
  await listeningImporters['spotify-history'](context(), [named], {})
  expect(await findListener(database.db, { externalId: 'clio' })).not.toBeNull()
  const nameless = await write(listen('A'))
  await expect(listeningImporters.listenbrainz(context(), [nameless], {})).rejects.toThrow(ListenerNotNamedError)
})

test.each<[string, Format, string | Uint8Array]>([
  ['nothing', 'listenbrainz', ''],
  ['a feed', 'listenbrainz', '<?xml version="1.0"?><rss></rss>'],
  ['a list of something else', 'spotify-history', '[{"endTime": "2021-01-01 12:34", "msPlayed": 1000}]'],
  ['an object', 'spotify-history', '{"tracks": []}'],
  ['bytes', 'spotify-history', Uint8Array.from({ length: 300 }, (_, index) => index % 256)],
  ['bytes that pretend to be gzip', 'listenbrainz', Uint8Array.from([0x1f, 0x8b, 1, 2, 3])],
])('a file with %s is no history of that format', async (_, format, content) => {
  await expect(importAs(format, content)).rejects.toThrow(ImportFormatError)
})

test('a missing file is named', async () => {
  await expect(listeningImporters.listenbrainz(context(), [join(directory, 'nowhere.jsonl')], { listener: 'a' })).rejects.toThrow(/nowhere\.jsonl/)
})

test('gzip, UTF-16, a cut archive, a wrong encoding: what can be read is kept', async () => {
  const many = Array.from({ length: 3000 }, (_, index) => listen(`Song ${index} ${(index * 7919) % 104_729}`)).join('\n')
  expect(await importAs('listenbrainz', gzipSync(many))).toMatchObject({ imported: 3000, rejected: 0 })
  expect(await importAs('listenbrainz', Buffer.from(`\uFEFF${listen('Élan')}`, 'utf16le'))).toMatchObject({ imported: 1, rejected: 0 })
  const packed = gzipSync(many)
  const cut = await importAs('listenbrainz', packed.subarray(0, packed.length - 2000))
  expect(cut.imported).toBeGreaterThan(1000)
  expect(cut.problems.at(-1)?.message).toMatch(/gzip|compressed/)
  const latin = await importAs('listenbrainz', Buffer.from(`${listen('Café')}\n${listen('Plain')}`, 'latin1'))
  expect(latin).toMatchObject({ imported: 1, rejected: 1, problems: [{ line: 1, message: 'not valid UTF-8' }] })
})

test('an import that was stopped is completed by the next one', async () => {
  const file = await write(Array.from({ length: 2500 }, (_, index) => listen(`Song ${index}`)).join('\n'))
  const stop = new AbortController()
  const stopped = listeningImporters.listenbrainz({ ...context(stop.signal), progress: () => stop.abort(new Error('stopped')) }, [file], {
    listener: 'stopped',
  })
  await expect(stopped).rejects.toThrow('stopped')
  const again = await listeningImporters.listenbrainz(context(), [file], { listener: 'stopped' })
  expect(again.duplicates).toBeGreaterThan(0)
  expect(again.imported + again.duplicates).toBe(2500)
})
