import { gzipSync } from 'node:zlib'
import { readDataVersion } from '@linernotes/database'
import { expect, test } from 'vitest'
import { importContext } from '../../__fixtures__/import-context.js'
import { useImportBench } from '../../__fixtures__/import-bench.js'
import { ImportFormatError, catalogImporters, entityId, findReleases, findTracks, findWeightedTags, type ImportReport } from '../../index.js'

const releaseHeader = 'activity,album,artist,catalog,duration,genre,id,label,licenseurl,rating,style,totaldiscs,totaltracks,url,year'
const trackHeader = 'activity,disc,duration,id,rating,title,track,trackartist,trackurl'
const release =
  '1.5,Low Water,Ada Quill,?,600,"Electronic",low01,Tideline,http://creativecommons.org/licenses/by/3.0/,4,"Ambient, Dub",1,2,http://archive.org/details/low01,2009'
const compilation =
  '1,Harbour Mix,Various Artists,HM1,600,Pop,mix01,?,http://creativecommons.org/licenses/by/3.0/,4,"Compilation, Pop",1,2,http://archive.org/details/mix01,0'
const track = '1,1,185,low01,3,Ebb,1,Ada Quill,http://archive.org/download/low01/1.mp3'

const bench = useImportBench()

async function importing(releases: readonly string[], tracks: readonly string[]): Promise<ImportReport> {
  const pair = [
    await bench.files.write('tracks.csv', [trackHeader, ...tracks, ''].join('\n')),
    await bench.files.write('releases.csv', [releaseHeader, ...releases, ''].join('\n')),
  ]
  return await catalogImporters.freemusicc(importContext(bench.db), pair, {})
}

const releaseId = entityId('release', 'freemusicc', 'low01')

test('takes the pair over, tracks named first; "?", 0 and blank are unknown', async () => {
  const report = await importing([release, compilation], [track, '1,1,0,low01,3,Flow,2,Ada Quill,not a url'])
  expect(report).toEqual({ format: 'freemusicc', read: 4, imported: 4, duplicates: 0, unmatched: 0, rejected: 0, problems: [] })
  const releases = await findReleases(bench.db, [releaseId, entityId('release', 'freemusicc', 'mix01')])
  expect(releases.get(releaseId)).toMatchObject({
    title: 'Low Water',
    artistCredits: [{ creditedName: 'Ada Quill' }],
    label: 'Tideline',
    releaseYear: 2009,
    isCompilation: false,
    licenceUrl: 'http://creativecommons.org/licenses/by/3.0/',
  })
  expect(releases.get(entityId('release', 'freemusicc', 'mix01'))).toMatchObject({ isCompilation: true, label: null, releaseYear: null })
  const ids = (await bench.db.selectFrom('tracks').select('id').orderBy('track_number').execute()).map((row) => row.id)
  const tracks = await findTracks(bench.db, ids)
  expect(ids.map((id) => tracks.get(id))).toMatchObject([
    { title: 'Ebb', creditedAs: 'Ada Quill', durationMs: 185_000, discNumber: 1, trackNumber: 1, url: 'http://archive.org/download/low01/1.mp3' },
    { title: 'Flow', durationMs: null, url: null },
  ])
  expect(await bench.db.selectFrom('artists').select(['name', 'is_special_purpose']).orderBy('name').execute()).toEqual([
    { name: 'Ada Quill', is_special_purpose: false },
    { name: 'Various Artists', is_special_purpose: true },
  ])
  expect(await bench.db.selectFrom('external_ids').select(['scheme', 'value']).where('entity_id', '=', releaseId).execute()).toEqual([
    { scheme: 'archive.org', value: 'low01' },
  ])
  expect(await bench.db.selectFrom('sources').select(['name', 'licence']).execute()).toEqual([{ name: 'freemusi.cc-database', licence: 'CC-BY-SA-4.0' }])
})

test('tags are of the release, never of its tracks', async () => {
  await importing([release], [track])
  expect((await findWeightedTags(bench.db, 'release_tags', [releaseId])).get(releaseId)?.map(({ tag }) => tag)).toEqual(['Electronic', 'Ambient', 'Dub'])
  expect(await bench.db.selectFrom('track_tags').selectAll().execute()).toEqual([])
  expect(await bench.db.selectFrom('facts').selectAll().execute()).toEqual([])
})

test('names that were read in the wrong encoding are put right', async () => {
  await importing([release], ['1,1,185,low01,3,KurÃ¡Å¾,1,GombaÄ\u008D & Å½iga,'])
  expect(await bench.db.selectFrom('tracks').select('title').execute()).toEqual([{ title: 'Kuráž' }])
  expect(await bench.db.selectFrom('track_artists').select('credited_name').execute()).toEqual([{ credited_name: 'Gombač & Žiga' }])
})

test('the same pair twice changes nothing, the data version included', async () => {
  await importing([release, compilation], [track])
  const before = await readDataVersion(bench.db)
  expect(await importing([release, compilation], [track])).toMatchObject({ read: 3, imported: 0, duplicates: 3 })
  expect(await readDataVersion(bench.db)).toEqual(before)
})

test.each([0, 1, 2])('an import that ends after %i batches leaves whole batches, a new data version, and the rest to the next one', async (batches) => {
  const many = Array.from({ length: 2_500 }, (_, index) => `1,1,100,low01,3,Track ${index},${index + 1},Ada Quill,`)
  const pair = [
    await bench.files.write('a/releases.csv', [releaseHeader, release, ''].join('\n')),
    await bench.files.write('a/tracks.csv', [trackHeader, ...many, ''].join('\n')),
  ]
  const controller = new AbortController()
  let transactions = 0
  // Each batch is one transaction, and each of its own tells the version: the first is that of the release.
  const db = new Proxy(bench.db, {
    get: (target, name: keyof typeof bench.db) => {
      if (name !== 'transaction') return typeof target[name] === 'function' ? (target[name] as () => unknown).bind(target) : target[name]
      return () => {
        if (transactions++ === batches + 1) controller.abort(new Error('killed'))
        return {
          execute: async (work: never) =>
            await (controller.signal.aborted ? Promise.reject(controller.signal.reason as Error) : target.transaction().execute(work)),
        }
      }
    },
  })
  const before = await readDataVersion(bench.db)
  await expect(catalogImporters.freemusicc({ ...importContext(db), signal: controller.signal }, pair, {})).rejects.toThrow('killed')
  expect(await bench.db.selectFrom('tracks').select('id').execute()).toHaveLength(batches * 1_000)
  expect(await bench.db.selectFrom('track_artists').select('track_id').execute()).toHaveLength(batches * 1_000)
  expect((await readDataVersion(bench.db)).catalog).toBe(before.catalog + 1 + batches)
  const rest = await catalogImporters.freemusicc(importContext(bench.db), pair, {})
  expect(rest).toMatchObject({ read: 2_501, imported: 2_500 - batches * 1_000, duplicates: 1 + batches * 1_000, rejected: 0 })
  expect(await bench.db.selectFrom('tracks').select('id').execute()).toHaveLength(2_500)
  expect(await bench.db.selectFrom('track_artists').select('track_id').execute()).toHaveLength(2_500)
})

test('an import that is told to stop stops with that reason', async () => {
  const file = await bench.files.write('a/releases.csv', [releaseHeader, release, ''].join('\n'))
  const running = catalogImporters.freemusicc({ ...importContext(bench.db), signal: AbortSignal.abort(new Error('enough')) }, [file], {})
  await expect(running).rejects.toThrow('enough')
})

test('bad rows are reported by line, field and reason; good ones are kept', async () => {
  const report = await importing(
    [release],
    [
      '1,1,NaN,low01,3,A,1,Ada Quill,',
      '1,1,99999999999,low01,3,B,2,Ada Quill,',
      '1,1,185,,3,C,3,Ada Quill,',
      '1,1,185,gone,3,D,4,Ada Quill,',
      'too,few',
      '1,-1,185,low01,3,E,5,Ada Quill,',
      '1,1,185,low01,3,F\u0000\u202E,6,Ada Quill,',
    ],
  )
  expect(report).toMatchObject({ read: 8, imported: 2, rejected: 6 })
  expect(report.problems.map(({ line, field }) => [line, field]).toSorted((a, b) => Number(a[0]) - Number(b[0]))).toEqual([
    [2, 'duration'],
    [3, 'duration'],
    [4, 'id'],
    [5, 'id'],
    [6, null],
    [7, 'disc'],
  ])
  expect(await bench.db.selectFrom('tracks').select('title').execute()).toEqual([{ title: 'F' }])
})

test('a row that is no UTF-8 is rejected, a gzip file that breaks off keeps what came before', async () => {
  const latin1 = await bench.files.write(
    'latin1/releases.csv',
    Buffer.from([releaseHeader, release.replace('Low Water', 'Tief im Tal, Zürich').replace('Tief im Tal, ', ''), ''].join('\n'), 'latin1'),
  )
  expect(await catalogImporters.freemusicc(importContext(bench.db), [latin1], {})).toMatchObject({
    imported: 0,
    rejected: 1,
    problems: [{ line: 2, field: 'album', message: 'not valid UTF-8' }],
  })
  const rows = Array.from({ length: 5_000 }, (_, index) => release.replaceAll('low01', `r${index}x${(index * 7919) % 10_007}`))
  const packed = gzipSync([releaseHeader, ...rows].join('\n'))
  const broken = await bench.files.write('broken/releases.csv.gz', packed.subarray(0, packed.length / 2))
  const report = await catalogImporters.freemusicc(importContext(bench.db), [broken], {})
  expect(report.imported).toBeGreaterThan(500)
  expect(report.problems.at(-1)?.message).toMatch(/break off/)
})

test.each([
  ['captions', '1\n00:00:01,000 --> 00:00:02,000\nHello\n'],
  ['another CSV', 'user,item\n1,2\n'],
  ['nothing', ''],
  ['bytes', '\u0000\u0001\u0002'],
])('%s are not of the format', async (name, text) => {
  const file = await bench.files.write(`${name}.csv`, text)
  await expect(catalogImporters.freemusicc(importContext(bench.db), [file], {})).rejects.toThrow(ImportFormatError)
})
