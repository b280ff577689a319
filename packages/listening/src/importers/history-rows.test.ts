import { afterAll, beforeAll, expect, test } from 'vitest'
import { ImportBench, listenLine, spotifyStream } from '../__fixtures__/import-bench.js'
import { plantEpisode, plantTrack } from '../__fixtures__/plant-catalogue.js'
import { findListener, listeningHistory, listeningImporters } from '../index.js'

let bench: ImportBench
beforeAll(async () => {
  bench = await ImportBench.open()
})
afterAll(() => bench[Symbol.asyncDispose]())

const submitted = (type: string): string => `{"listen_type": "${type}", "payload": [\n${listenLine('A')},\n${listenLine('B')}]}`

test('a ListenBrainz export: good lines are kept, the others are in the report, and the same file again changes nothing', async () => {
  const lines = [
    listenLine('California Dreamin’'),
    listenLine(''),
    '',
    '{"listened_at": NaN, "track_metadata": {}}',
    listenLine('Words of Love', '1400000000'),
    '{"listened_at": 17489679',
  ]
  const file = await bench.write(lines.join('\n'))
  const first = await listeningImporters.listenbrainz(bench.context(), [file], { listener: 'twice' })
  expect(first).toMatchObject({ format: 'listenbrainz', read: 5, imported: 2, duplicates: 0, unmatched: 2, rejected: 3 })
  expect(first.problems.map(({ line, field }) => [line, field])).toEqual([
    [2, 'track_name'],
    [4, null],
    [6, null],
  ])
  expect(await listeningImporters.listenbrainz(bench.context(), [file], { listener: 'twice' })).toMatchObject({
    read: 5,
    imported: 0,
    duplicates: 2,
    unmatched: 0,
    rejected: 3,
  })
})

test.each<[string, string, string]>([
  ['an artist that is a list', listenLine('A', 1_486_449_409, { artist_name: ['One', 'Two'] }), 'artist_name'],
  ['a release that is a number', listenLine('A', 1_486_449_409, { release_name: 20 }), 'release_name'],
  ['a NUL', listenLine('\0Fade'), 'track_name'],
  ['no time', listenLine('A', null), 'listened_at'],
  ['nanoseconds', listenLine('A', 1_486_449_409_000_000_000), 'listened_at'],
  ['a time before October 2002', listenLine('A', 100), 'listened_at'],
  [
    'a recording id that is none',
    listenLine('A', 1_486_449_409, { additional_info: { recording_mbid: 'this mbid is not valid' } }),
    'additional_info.recording_mbid',
  ],
  ['an artist id that is none', listenLine('A', 1_486_449_409, { additional_info: { artist_mbids: ['nope'] } }), 'additional_info.artist_mbids'],
  ['two lengths', listenLine('A', 1_486_449_409, { additional_info: { duration: 222, duration_ms: 200_000 } }), 'additional_info.duration'],
  ['a listen that is too large', listenLine('A', 1_486_449_409, { additional_info: { junk: 'x'.repeat(11_000) } }), 'track_metadata'],
  ['nothing that was played', '{"listened_at": 1486449409, "track_metadata": null}', 'track_metadata'],
])('a ListenBrainz line with %s is rejected by its field', async (_, line, field) => {
  const report = await bench.import('listenbrainz', `${line}\n${listenLine('The next line')}\n`)
  expect(report).toMatchObject({ read: 2, imported: 1, rejected: 1, problems: [{ line: 1, field }] })
})

test('empty ids are unknown ids, and an ISRC that is none says nothing', async () => {
  const report = await bench.import(
    'listenbrainz',
    listenLine('A', 1_486_449_409, { additional_info: { recording_mbid: '', artist_mbids: [null, ''], work_mbids: null, isrc: 'isrc' } }),
  )
  expect(report).toMatchObject({ imported: 1, rejected: 0 })
})

test('submissions, Maloja and Pano Scrobbler are read as well; playing now is not a listen', async () => {
  expect(await bench.import('listenbrainz', submitted('import'))).toMatchObject({ imported: 2 })
  expect(await bench.import('listenbrainz', submitted('playing_now'))).toMatchObject({ imported: 0, rejected: 2 })
  const scrobble = {
    time: 1_760_532_613,
    track: { artists: ['Alabaster Deplume'], title: 'Not Now, Jesus', album: { albumtitle: 'To Cy & Lee' } },
    duration: null,
  }
  const maloja = JSON.stringify({ maloja: {}, scrobbles: [scrobble, { time: 1_760_532_855, track: { title: 'Nobody', artists: [] } }] }, null, 2)
  expect(await bench.import('listenbrainz', maloja)).toMatchObject({ imported: 1, rejected: 1, problems: [{ field: 'track.artists' }] })
  const pano = JSON.stringify({ timeMs: 1_762_957_898_933, artist: 'KiloWatts', track: 'Scraped', album: 'Problem', event: 'scrobble' })
  expect(await bench.import('listenbrainz', pano)).toMatchObject({ imported: 1 })
})

test('a Spotify history: plays began before `ts`, episodes are found by their show, private sessions and skips are left out', async () => {
  const { trackId } = await plantTrack(bench.database.db, { artist: 'All Time Low', title: 'Monsters' })
  const { episodeId } = await plantEpisode(bench.database.db, { show: 'Self-Hosted', title: 'Jellyfin' })
  const noTrack = { master_metadata_track_name: null, master_metadata_album_artist_name: null, master_metadata_album_album_name: null }
  const rows = [
    spotifyStream(),
    spotifyStream(),
    spotifyStream({ ts: '2023-03-19T19:31:37Z', ...noTrack, episode_name: 'Jellyfin', episode_show_name: 'Self-Hosted', ms_played: 1_800_000 }),
    spotifyStream({ incognito_mode: true }),
    spotifyStream({ ms_played: 2385, reason_end: 'fwdbtn' }),
    spotifyStream({ ms_played: null }),
    spotifyStream({ ts: '19 March' }),
    spotifyStream({ ...noTrack, audiobook_title: 'A Book' }),
    spotifyStream(noTrack),
    null,
  ]
  const report = await bench.import('spotify-history', JSON.stringify(rows), 'spotify')
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
  const listener = await findListener(bench.database.db, { externalId: 'spotify' })
  const { nodes } = await listeningHistory(bench.database.db, listener?.id ?? '', { first: 10, after: null })
  expect(nodes).toEqual([
    { itemId: episodeId, itemKind: 'episode', playedAt: new Date('2023-03-19T19:01:37Z'), playedMs: 1_800_000 },
    { itemId: trackId, itemKind: 'track', playedAt: new Date('2023-03-19T18:28:42.576Z'), playedMs: 174_424 },
  ])
  const stored = await bench.database.db
    .selectFrom('listens')
    .selectAll()
    .where('listener_id', '=', listener?.id ?? '')
    .execute()
  expect(JSON.stringify(stored)).not.toContain('203.0.113.7')
})
