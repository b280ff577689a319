import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { importContext } from '../../__fixtures__/import-context.js'
import { ada, adaArtist, album, band, other, reissue, release, song } from '../../__fixtures__/musicbrainz-responses.js'
import { useImportBench } from '../../__fixtures__/import-bench.js'
import { ImportFormatError, catalogImporters, entityId, findArtists, findReleases, findTrackFacts, findTracks, type ImportReport } from '../../index.js'

const bench = useImportBench()

async function importing(...documents: readonly unknown[]): Promise<ImportReport> {
  const paths = await Promise.all(
    documents.map(async (document, index) => await bench.files.write(`${index}.json`, typeof document === 'string' ? document : JSON.stringify(document))),
  )
  return await catalogImporters.musicbrainz(importContext(bench.db), paths, {})
}

test('takes core facts of an artist over, and leaves family, tags and annotations out', async () => {
  const report = await importing(adaArtist)
  const id = entityId('artist', 'mbid', ada)
  expect(report).toMatchObject({ format: 'musicbrainz', read: 2, imported: 2, duplicates: 0, rejected: 0, problems: [] })
  expect((await findArtists(bench.db, [id])).get(id)).toMatchObject({
    mbid: ada,
    name: 'Ada Quill',
    sortName: 'Quill, Ada',
    disambiguation: null,
    kind: 'Person',
    country: 'PT',
    beginDate: '1971-04',
  })
  const facts = await bench.db
    .selectFrom('facts')
    .innerJoin('sources', 'sources.id', 'facts.source_id')
    .selectAll('facts')
    .select('licence')
    .where('subject_id', '=', id)
    .execute()
  expect(facts.map((fact) => fact.statement).toSorted()).toEqual([
    'Ada Quill is or was a member of Paper Boats.',
    'Ada Quill was born in 1971-04.',
    'MusicBrainz names Portugal as the country of Ada Quill.',
    'Paper Boats is a tribute to Ada Quill.',
  ])
  expect(new Set(facts.map((fact) => fact.licence))).toEqual(new Set(['CC0-1.0']))
  expect(facts.find((fact) => fact.statement.includes('tribute'))?.values).toEqual({ artist: 'Paper Boats', relation: 'tribute to', target: 'Ada Quill' })
  expect(await bench.db.selectFrom('artists').select('name').where('name', '=', 'Somebody Else').execute()).toEqual([])
  expect(await bench.db.selectFrom('artist_tags').selectAll().execute()).toEqual([])
  expect(await bench.db.selectFrom('external_ids').select(['scheme', 'value']).where('entity_id', '=', id).execute()).toEqual([
    { scheme: 'wikidata', value: 'Q42' },
  ])
})

test('takes a release over with credits, label and tracks; their facts are told of its tracks', async () => {
  await importing(
    release(album, '2003-05-12', [
      [1, song, 'Low Water'],
      [2, other, 'High Water'],
    ]),
    adaArtist,
  )
  const releaseId = entityId('release', 'mbid', album)
  const trackId = entityId('track', 'mbid', song)
  expect((await findReleases(bench.db, [releaseId])).get(releaseId)).toMatchObject({
    title: 'Harbour Lights',
    releaseDate: '2003-05-12',
    releaseYear: 2003,
    primaryType: 'Album',
    label: 'Tideline',
    gtin: '4006408126546',
  })
  const track = (await findTracks(bench.db, [trackId])).get(trackId)
  expect(track).toMatchObject({ mbid: song, creditedAs: 'Ada Q. feat. Paper Boats', releaseId, discNumber: 1, trackNumber: 1, durationMs: 185_000 })
  expect(await bench.db.selectFrom('track_isrcs').select('isrc').where('track_id', '=', trackId).execute()).toEqual([{ isrc: 'GBABC2000001' }])
  const statements = (await findTrackFacts(bench.db, [trackId])).get(trackId)?.map((fact) => fact.statement)
  expect(statements).toContain('Ada Quill was born in 1971-04.')
  expect(await bench.db.selectFrom('release_tags').selectAll().execute()).toEqual([])
})

test('the same files twice change nothing', async () => {
  const documents = [
    adaArtist,
    release(album, '2003', [[1, song, 'Low Water']]),
    release(reissue, '2013', [
      [1, other, 'New'],
      [2, song, 'Low Water'],
    ]),
  ]
  const first = await importing(...documents)
  const before = await bench.db.selectFrom('tracks').selectAll().orderBy('id').execute()
  expect(await importing(...documents)).toMatchObject({ read: first.read, imported: 0, duplicates: first.imported, rejected: 0 })
  expect(await bench.db.selectFrom('tracks').selectAll().orderBy('id').execute()).toEqual(before)
})

test('bad entities are reported with their field, good ones beside them are kept', async () => {
  const report = await importing({
    'recording-count': 4,
    recordings: [
      { id: 'not-an-mbid', title: 'A', length: 1 },
      { id: song, title: null },
      { id: other, title: 'Kept\u0000 \u202Eso', length: 9e12, isrcs: ['nonsense'], 'artist-credit': [{ name: 'x', artist: { id: null } }] },
      'not an object',
    ],
  })
  expect(report).toMatchObject({ read: 5, imported: 1, rejected: 4 })
  expect(report.problems.map((problem) => problem.field)).toEqual([
    'recording.id',
    'recording.title',
    'artist-credit.artist.id',
    'recording.isrcs',
    'recording',
  ])
  expect(await bench.db.selectFrom('tracks').select(['title', 'duration_ms']).execute()).toEqual([{ title: 'Kept so', duration_ms: null }])
})

test('responses about other kinds are one problem each, not an error', async () => {
  const report = await importing(
    { id: album, name: 'Tideline', 'sort-name': 'Tideline', 'label-code': null, 'type-id': null, 'life-span': {} },
    { areas: [], count: 0 },
  )
  expect(report).toMatchObject({ read: 2, imported: 0, rejected: 2 })
  expect(report.problems).toHaveLength(2)
})

test('a release group on its own holds nothing to keep, and says how to ask for more', async () => {
  const group = { id: '44444444-dddd-4ddd-8ddd-000000000009', title: 'Harbour Lights', 'primary-type': 'Album', 'secondary-types': [] }
  const file = await bench.files.write('group.json', JSON.stringify(group))
  const report = await catalogImporters.musicbrainz(importContext(bench.db), [file], {})
  expect(report).toMatchObject({ read: 1, imported: 0, rejected: 1 })
  expect(report.problems).toEqual([{ line: 1, field: 'release-group.releases', message: expect.stringContaining('inc=releases') }])
})

test('a dump with an entity a line is read line by line, gzipped or not; what breaks off is reported', async () => {
  const lines = [
    { ...adaArtist, relations: [] },
    { ...adaArtist, id: band, name: 'Paper Boats', relations: [] },
  ]
    .map((artist) => JSON.stringify(artist))
    .join('\n')
  const path = await bench.files.write('artist.gz', gzipSync(`${lines}\n{"id": "1111`))
  const report = await catalogImporters.musicbrainz(importContext(bench.db), [path], {})
  expect(report).toMatchObject({ read: 3, imported: 2, rejected: 1, problems: [{ line: 3 }] })
})

test('a response that breaks off is one rejection, and the files beside it are kept', async () => {
  expect(await importing(JSON.stringify(adaArtist).slice(0, 200), { ...adaArtist, relations: [] })).toMatchObject({
    read: 2,
    imported: 1,
    rejected: 1,
    problems: [{ line: 1, field: null }],
  })
})

test.each([
  ['a caption file', '1\n00:00:01,000 --> 00:00:02,000\nHello\n'],
  ['JSON of somebody else', '{"listened_at": 1, "track_metadata": {}}'],
  ['an empty file', ''],
])('%s is not of the format', async (_, text) => {
  await expect(importing(text)).rejects.toThrow(ImportFormatError)
})
