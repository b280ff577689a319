import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { importContext } from '../../__fixtures__/import-context.js'
import { useImportBench } from '../../__fixtures__/import-bench.js'
import { ImportFormatError, catalogImporters, type ImportContext } from '../../index.js'

const releases = 'album,artist,catalog,genre,id,label,licenseurl,style,url,year'
const tracks = 'id,title,trackartist,disc,track,duration,trackurl'

const bench = useImportBench()

async function importing(paths: readonly string[], context: Partial<ImportContext> = {}) {
  return await catalogImporters.freemusicc({ ...importContext(bench.db), ...context }, paths, {})
}

test('blank, "?" and 0 are unknown, wherever a number or a name stands; the year 0 is none', async () => {
  await importing([
    await bench.files.write(
      'releases.csv',
      `${releases}\n,,,,a,,,,,\nB,?,?,?,b,?,?,?,?,?\nC,Various,0,"Rock,,?, Rock ",c,L,,"rock, Dub",ftp://x,0\nD,VA,,,d,,,,,99\n`,
    ),
    await bench.files.write('tracks.csv', `${tracks}\na,,,,,,\nb,T,?,?,?,?,?\nc,T,Cy,0,0,0,\n`),
  ])
  expect(
    await bench.db
      .selectFrom('releases')
      .select(['title', 'release_year', 'label', 'catalog_number', 'is_compilation', 'url'])
      .orderBy(sql`title collate "C"`)
      .execute(),
  ).toEqual([
    { title: 'B', release_year: null, label: null, catalog_number: null, is_compilation: false, url: null },
    { title: 'C', release_year: null, label: 'L', catalog_number: '0', is_compilation: true, url: null },
    { title: 'D', release_year: null, label: null, catalog_number: null, is_compilation: true, url: null },
    { title: '[untitled]', release_year: null, label: null, catalog_number: null, is_compilation: false, url: null },
  ])
  expect(
    await bench.db
      .selectFrom('tracks')
      .select(['title', 'disc_number', 'track_number', 'duration_ms', 'url'])
      .orderBy(sql`title collate "C"`)
      .execute(),
  ).toEqual([
    { title: 'T', disc_number: null, track_number: null, duration_ms: null, url: null },
    { title: 'T', disc_number: null, track_number: null, duration_ms: null, url: null },
    { title: '[untitled]', disc_number: null, track_number: null, duration_ms: null, url: null },
  ])
  expect(
    await bench.db
      .selectFrom('release_tags')
      .select('tag')
      .orderBy(sql`tag collate "C"`)
      .execute(),
  ).toEqual([{ tag: 'Dub' }, { tag: 'Rock' }])
  expect(
    await bench.db
      .selectFrom('artists')
      .select(['name', 'is_special_purpose'])
      .orderBy(sql`name collate "C"`)
      .execute(),
  ).toEqual([
    { name: 'Cy', is_special_purpose: false },
    { name: 'VA', is_special_purpose: true },
    { name: 'Various', is_special_purpose: true },
    { name: '[unknown]', is_special_purpose: true },
  ])
})

test('what the database cannot hold is rejected, and the rows beside it are kept', async () => {
  const long = '漢'.repeat(4_000)
  const report = await importing([
    await bench.files.write(
      'releases.csv',
      `${releases}\nA,Ada,,,a,,,,,99999999999\nB,Ada,,${'x'.repeat(101)},b,,,,,2001\n${long},Ada,,,c,,,,,2001\nD,Ada,,,${long},,,,,2001\nE,${'漢'.repeat(1_900)},,,e,${'漢'.repeat(1_900)},,,,2001\nF\uD800,Ada,,,f,,,,,2001\n`,
    ),
    await bench.files.write('tracks.csv', `${tracks}\ne,${'字'.repeat(1_999)},Ada,1,2147483647,2147483,\ne,U,Ada,1,2147483648,1,\ne,V,Ada,1,1,2147484,\n`),
  ])
  expect(report).toMatchObject({ read: 9, imported: 2, rejected: 7 })
  expect(report.problems.map(({ line, field }) => `${line} ${field}`)).toEqual(['2 year', '3 genre.0', '4 album', '5 id', '7 album', '3 track', '4 duration'])
})

test('the same row twice is one row, in one batch and in two', async () => {
  const row = 'A,Ada,,Rock,a,,,,,2001'
  const file = await bench.files.write(
    'releases.csv',
    [releases, row, ...Array.from({ length: 1_200 }, (_, index) => `R,Ada,,,r${index},,,,,2001`), row, row].join('\n'),
  )
  expect(await importing([file, file])).toMatchObject({ read: 1_203, imported: 1_201, duplicates: 2, rejected: 0 })
  expect(await importing([file])).toMatchObject({ read: 1_203, imported: 0, duplicates: 1_203 })
})

test('one of the pair is enough; tracks of releases that are not here are rejected with the remedy', async () => {
  const alone = await bench.files.write('tracks.csv', `${tracks}\na,T,Ada,1,1,100,\n`)
  expect(await importing([alone])).toMatchObject({
    imported: 0,
    rejected: 1,
    problems: [{ line: 2, field: 'id', message: 'no release a: import releases.csv as well' }],
  })
  expect(await importing([await bench.files.write('releases.csv', `${releases}\nA,Ada,,,a,,,,,2001\n`)])).toMatchObject({ imported: 1 })
  expect(await importing([alone])).toMatchObject({ imported: 1, rejected: 0 })
})

test('a directory stands for the pair in it, packed or not; progress grows to the end', async () => {
  await bench.files.write('pair/releases.csv.gz', gzipSync(`${releases}\nA,Ada,,,a,,,,,2001\n`))
  const file = await bench.files.write(
    'pair/tracks.csv',
    [tracks, ...Array.from({ length: 3_000 }, (_, index) => `a,T ${index},Ada,1,${index},100,`)].join('\r\n'),
  )
  const events: { readonly done: number; readonly total: number | null }[] = []
  const report = await importing([file.replace('/tracks.csv', '')], { progress: (event) => void events.push(event) })
  expect(report).toMatchObject({ read: 3_001, imported: 3_001 })
  expect(events.map(({ done }) => done)).toEqual(events.map(({ done }) => done).toSorted((a, b) => a - b))
  expect(events.at(-1)?.done).toBe(events.at(-1)?.total)
})

test('a header without rows is an empty import; a missing column, file or pair is one clear line', async () => {
  expect(await importing([await bench.files.write('releases.csv', `${releases}\n`)])).toMatchObject({ read: 0, imported: 0, rejected: 0 })
  const wrong = await bench.files.write('wrong.csv', 'album,artist,id\nA,Ada,a\n')
  const other = await bench.files.write('none/other.txt', 'x')
  for (const [file, reason] of [
    [wrong, /not a releases\.csv or tracks\.csv/],
    ['/nowhere/releases.csv', /there is no such file$/],
    [other.replace('/other.txt', ''), /neither releases\.csv nor tracks\.csv is in this directory$/],
  ] as const) {
    const running = importing([file])
    await expect(running).rejects.toThrow(ImportFormatError)
    await expect(running).rejects.toThrow(reason)
  }
})
