import { expect, test } from 'vitest'
import { importContext } from '../../__fixtures__/import-context.js'
import { ada, adaArtist, album, credit, other, reissue, release, song } from '../../__fixtures__/musicbrainz-responses.js'
import { useImportBench } from '../../__fixtures__/import-bench.js'
import { catalogImporters, entityId, nameKey, type ImportReport } from '../../index.js'

const bench = useImportBench()

async function importing(...documents: readonly unknown[]): Promise<ImportReport> {
  const paths = await Promise.all(
    documents.map(async (document, index) => await bench.files.write(`${index}.json`, typeof document === 'string' ? document : JSON.stringify(document))),
  )
  return await catalogImporters.musicbrainz(importContext(bench.db), paths, {})
}

test('each release has all its tracks, also those whose recording is on another one', async () => {
  await importing(release(album, '2003', [[1, song, 'Low Water']]))
  await importing(
    release(reissue, '2013', [
      [1, other, 'New'],
      [2, song, 'Low Water'],
    ]),
  )
  const rows = await bench.db.selectFrom('tracks').select(['id', 'release_id', 'mbid']).where('title', '=', 'Low Water').execute()
  expect(rows.map((row) => row.release_id).toSorted()).toEqual([entityId('release', 'mbid', album), entityId('release', 'mbid', reissue)].toSorted())
  const [bare] = rows.filter((row) => row.mbid === null)
  expect(rows.filter((row) => row.mbid === song)).toHaveLength(1)
  expect(
    await bench.db
      .selectFrom('external_ids')
      .select('value')
      .where('entity_id', '=', bare?.id ?? '')
      .execute(),
  ).toEqual([{ value: song }])
})

test('a recording that was known on its own finds its place when its release comes', async () => {
  await importing({ id: song, title: 'Low Water', length: 184_000, video: false, 'artist-credit': credit })
  await importing(release(album, '2003', [[4, song, 'Low Water']]))
  const rows = await bench.db.selectFrom('tracks').select(['id', 'release_id', 'track_number', 'duration_ms']).execute()
  expect(rows).toEqual([{ id: entityId('track', 'mbid', song), release_id: entityId('release', 'mbid', album), track_number: 4, duration_ms: 184_000 }])
})

test('a place on one release is never mixed with that on another', async () => {
  await importing({ id: song, title: 'Low Water', video: false, releases: [{ id: reissue, title: 'Harbour Lights', date: '2013' }] })
  await importing(release(album, '2003', [[4, song, 'Low Water']]))
  const rows = await bench.db.selectFrom('tracks').select(['release_id', 'track_number', 'mbid']).orderBy('track_number').execute()
  expect(rows).toEqual([
    { release_id: entityId('release', 'mbid', album), track_number: 4, mbid: null },
    { release_id: entityId('release', 'mbid', reissue), track_number: null, mbid: song },
  ])
  await importing(release(reissue, '2013', [[2, song, 'Low Water']]))
  expect(await bench.db.selectFrom('tracks').select('track_number').where('mbid', '=', song).execute()).toEqual([{ track_number: 2 }])
})

test('an artist who is known by name and shares a release title is the same one', async () => {
  const sourceId = await givenNamedArtist('Harbour lights!')
  await importing(release(album, '2003', [[1, song, 'Low Water']]))
  const rows = await bench.db.selectFrom('artists').select(['id', 'mbid', 'source_id']).where('name', '=', 'Ada Quill').execute()
  expect(rows).toEqual([{ id: entityId('artist', 'name', 'ada quill'), mbid: ada, source_id: sourceId }])
})

test('a name alone does not make two artists one', async () => {
  await givenNamedArtist('Something Else')
  await importing(release(album, '2003', [[1, song, 'Low Water']]))
  const rows = await bench.db.selectFrom('artists').select('mbid').where('name', '=', 'Ada Quill').execute()
  expect(rows.map((row) => row.mbid).toSorted()).toEqual([ada, null])
})

test('two artists of one name stay apart from whoever is known by that name', async () => {
  await givenNamedArtist('Harbour Lights')
  await importing({ artists: [{ ...adaArtist, id: '11111111-aaaa-4aaa-8aaa-000000000007', relations: [] }], count: 1, offset: 0 }, release(album, '2003', []))
  expect(await bench.db.selectFrom('artists').select('id').where('name', '=', 'Ada Quill').execute()).toHaveLength(3)
})

test('an artist’s own entry corrects what is known, a mention in a credit only adds to it', async () => {
  await importing(release(album, '2003', []))
  await importing({ ...adaArtist, name: 'Ada Quill-Reed', relations: [] })
  await importing({ ...adaArtist, name: 'Ada Quill-Reed', relations: [], 'life-span': { begin: '1972' } })
  const mention = { ...adaArtist, relations: [], name: 'Ada Q.', 'life-span': { begin: '1900' } }
  expect(await importing({ id: song, title: 'Low Water', video: false, 'artist-credit': [{ name: 'Ada Q.', joinphrase: '', artist: mention }] })).toMatchObject(
    { imported: 1, duplicates: 1 },
  )
  const artist = await bench.db.selectFrom('artists').select(['id', 'name', 'begin_date', 'country']).where('mbid', '=', ada).executeTakeFirstOrThrow()
  expect(artist).toMatchObject({ name: 'Ada Quill-Reed', begin_date: '1972', country: 'PT' })
  expect(await bench.db.selectFrom('facts').select('statement').where('property', '=', 'artist-begin').where('subject_id', '=', artist.id).execute()).toEqual([
    { statement: 'Ada Quill-Reed was born in 1972.' },
  ])
})

async function givenNamedArtist(title: string): Promise<string> {
  const { db } = bench
  await db.insertInto('sources').values({ id: 'src_x', name: 'x', url: null, licence: 'CC0-1.0', retrieved_at: null }).execute()
  const artistId = entityId('artist', 'name', 'ada quill')
  await db.insertInto('artists').values({ id: artistId, name: 'Ada Quill', name_key: 'ada quill', is_special_purpose: false, source_id: 'src_x' }).execute()
  await db
    .insertInto('releases')
    .values({ id: 'rel_x', title, title_key: nameKey(title), is_compilation: false, source_id: 'src_x' })
    .execute()
  await db
    .insertInto('release_artists')
    .values({ release_id: 'rel_x', position: 0, artist_id: artistId, credited_name: 'Ada Quill', join_phrase: '' })
    .execute()
  return 'src_x'
}
