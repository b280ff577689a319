import { readDataVersion } from '@linernotes/database'
import { expect, test } from 'vitest'
import { importContext } from '../../__fixtures__/import-context.js'
import { useImportBench } from '../../__fixtures__/import-bench.js'
import {
  ImportFormatError,
  catalogImporters,
  findChapters,
  findEpisodeFacts,
  findEpisodes,
  findShows,
  findWeightedTags,
  type ImportReport,
} from '../../index.js'

const episode = {
  type: 'episode',
  draft: false,
  show_slug: 'harbour-talk',
  show_name: 'Harbour Talk',
  episode: 7,
  episode_guid: 'guid-7',
  title: 'Tides and Tables',
  description: 'Ada explains why the tide table of the harbour is wrong twice a year.',
  date: '2019-08-08T09:00:00-07:00',
  tags: ['tides', 'tables', 'tides'],
  hosts: ['ada'],
  guests: ['ben'],
  podcast_duration: '01:02:03',
  podcast_file: 'https://example.org/7.mp3',
  podcast_bytes: 123,
  podcast_chapters: {
    version: '1.1.0',
    chapters: [
      { startTime: 0, title: 'Intro' },
      { startTime: 65.5, endTime: 80, title: 'The tide table', url: 'https://example.org/' },
      { startTime: 70, title: 'A picture', toc: false },
    ],
  },
}

const bench = useImportBench()

async function importing(...lines: readonly (object | string)[]): Promise<ImportReport> {
  const file = await bench.files.write('show.jsonl', lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
  return await catalogImporters.jupiter(importContext(bench.db), [file], {})
}

async function onlyId(): Promise<string> {
  return (await bench.db.selectFrom('episodes').select('id').executeTakeFirstOrThrow()).id
}

test('takes a show and its episode over with tags and chapters', async () => {
  expect(await importing(episode)).toEqual({ format: 'jupiter', read: 1, imported: 1, duplicates: 0, unmatched: 0, rejected: 0, problems: [] })
  const id = await onlyId()
  const found = (await findEpisodes(bench.db, [id])).get(id)
  expect(found).toMatchObject({
    guid: 'guid-7',
    title: 'Tides and Tables',
    episodeNumber: 7,
    publishedAt: new Date('2019-08-08T16:00:00Z'),
    durationMs: 3_723_000,
    enclosures: [{ url: 'https://example.org/7.mp3', mimeType: 'audio/mpeg', bytes: 123 }],
  })
  expect((await findShows(bench.db, [found?.showId ?? ''])).get(found?.showId ?? '')).toMatchObject({
    title: 'Harbour Talk',
    publisher: 'Jupiter Broadcasting',
  })
  expect((await findWeightedTags(bench.db, 'episode_tags', [id])).get(id)?.map(({ tag }) => tag)).toEqual(['tables', 'tides'])
  expect((await findChapters(bench.db, [id])).get(id)).toEqual([
    { startMs: 0, endMs: null, title: 'Intro', url: null, image: null },
    { startMs: 65_500, endMs: 80_000, title: 'The tide table', url: 'https://example.org/', image: null },
  ])
})

test('slugs of hosts and guests are nobody’s names', async () => {
  await importing(episode)
  const id = await onlyId()
  const facts = (await findEpisodeFacts(bench.db, [id])).get(id) ?? []
  expect(facts.map((fact) => fact.property).filter((property) => ['host', 'guest', 'speaker'].includes(property))).toEqual([])
})

test('the same file twice changes nothing, a later version of an episode takes its place', async () => {
  await importing(episode)
  expect(await importing(episode, episode)).toMatchObject({ read: 2, imported: 0, duplicates: 2 })
  expect(await importing({ ...episode, title: 'Tides and Timetables' })).toMatchObject({ imported: 1, duplicates: 0 })
  expect(await bench.db.selectFrom('episodes').select('title').execute()).toEqual([{ title: 'Tides and Timetables' }])
  expect(await importing({ ...episode, title: 'Tides and Timetables', tags: ['only tags changed'] })).toMatchObject({ imported: 1, duplicates: 0 })
})

test('bad lines are reported with field and reason, good ones are kept', async () => {
  const other = { ...episode, episode_guid: 'guid-8' }
  const report = await importing(
    episode,
    { ...other, date: 'yesterday' },
    { ...other, title: '' },
    { ...other, draft: true },
    '{"type":"episode", NaN',
    { ...other, podcast_chapters: { chapters: [{ startTime: -1, title: 'Never' }] } },
    { ...other, podcast_duration: '99999999999', episode: 'seven', title: 'Kept\u0000' },
  )
  expect(report).toMatchObject({ read: 7, imported: 2, rejected: 5 })
  expect(report.problems.map(({ line, field }) => [line, field])).toEqual([
    [2, 'date'],
    [3, 'title'],
    [4, 'draft'],
    [5, null],
    [6, 'podcast_chapters.chapters.0.startTime'],
  ])
  expect(await bench.db.selectFrom('episodes').select(['title', 'duration_ms', 'episode_number']).where('guid', '=', 'guid-8').execute()).toEqual([
    { title: 'Kept', duration_ms: null, episode_number: null },
  ])
})

test('a line that never ends is rejected, the ones beside it are kept; the data version grows with each import that changes something', async () => {
  const before = await readDataVersion(bench.db)
  const report = await importing(episode, `{"type":"${'x'.repeat(21_000_000)}"}`, { ...episode, episode_guid: 'guid-8' })
  expect(report).toMatchObject({ read: 3, imported: 2, rejected: 1, problems: [{ line: 2, field: null, message: 'longer than 20000000 characters' }] })
  expect((await readDataVersion(bench.db)).catalog).toBe(before.catalog + 1)
  await importing(episode)
  expect((await readDataVersion(bench.db)).catalog).toBe(before.catalog + 1)
})

test('half a character, a guid or a tag that no index holds: rejected with the reason', async () => {
  const report = await importing(
    JSON.stringify(episode).replace('Tides and Tables', '\\ud800'),
    { ...episode, episode_guid: '漢'.repeat(501) },
    { ...episode, tags: ['x'.repeat(101)] },
    { ...episode, title: '漢'.repeat(2_000) },
  )
  expect(report).toMatchObject({ imported: 1, rejected: 3 })
  expect(report.problems.map(({ field }) => field)).toEqual(['title', 'episode_guid', 'tags.0'])
})

test.each([
  ['captions', '1\n00:00:01,000 --> 00:00:02,000\n'],
  ['listens', '{"listened_at": 1, "track_metadata": {}}'],
  ['nothing', ''],
  ['bytes', '\u0000\u0001\u0002'],
  ['a list', '[1, 2, 3]'],
])('%s are not of the format', async (_, text) => {
  await expect(importing(text)).rejects.toThrow(ImportFormatError)
})
