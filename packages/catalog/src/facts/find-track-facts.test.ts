import { createTestDatabase, type TestDatabase } from '@linernotes/database/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importContext } from '../__fixtures__/import-context.js'
import { openTemporaryFiles } from '../__fixtures__/temporary-files.js'
import { catalogImporters, findTrackFacts, findTracks, refreshCountedFacts, searchCatalog, tracksByArtist, tracksByRelease, type Evidence } from '../index.js'

const releases = [
  'activity,album,artist,catalog,duration,genre,id,label,licenseurl,rating,style,totaldiscs,totaltracks,url,year',
  '1,Low Water,Ada Quill,?,600,Electronic,low,Tideline,,4,Ambient,1,4,,2009',
  '1,High Water,Ada Quill,?,600,Electronic,high,Tideline,,4,,1,1,,2011',
  '1,Slack,Ada Quill,?,600,Electronic,slack,Tideline,,4,,1,1,,2011',
  '1,Spring Tide,Ada Quill,?,600,Electronic,spring,Tideline,,4,,1,1,,2011',
  '1,Harbour Mix,Various Artists,HM1,600,Pop,mix,?,,4,Compilation,1,3,,2012',
  '1,Medley,Various Artists,HM2,600,Pop,medley,?,,4,Compilation,1,4,,2012',
  '1,Alone,Ben Wu,?,600,Folk,alone,Only Records,,4,,1,1,,0',
  '1,Gappy,Gus,?,600,Folk,gap,,,4,,1,5,,2010',
  '1,Gappy!,Gus,?,600,Folk,gap2,,,4,,1,1,,2010',
  '1,Gappy,Gus,?,600,Folk,gap3,,,4,,1,1,,2010',
  '1,Uploaded,Cy,?,600,Folk,up,Free Music Archive,,4,,1,1,,2010',
]
const tracks = [
  'activity,disc,duration,id,rating,title,track,trackartist,trackurl',
  '1,1,185,low,3,Ebb,1,Ada Quill,',
  '1,1,503,low,3,Flow,2,Ada Quill,',
  '1,1,200,low,3,Ebb (Ben Wu Remix),3,Ada Quill,',
  '1,1,201,low,3,Still,4,Ada Quill,',
  '1,1,100,high,3,Crest,1,Ada Quill,',
  '1,1,100,slack,3,Hour,1,Ada Quill,',
  '1,1,100,spring,3,Moon,1,Ada Quill,',
  '1,1,100,mix,3,Buoy,1,Dee,',
  '1,1,100,mix,3,Rope,2,Eve,',
  '1,1,100,mix,3,Sail,3,Fay,',
  '1,1,100,medley,3,Knot,1,Various Artists,',
  '1,1,100,medley,3,Line,2,Dee,',
  '1,1,100,medley,3,Sheet,3,Eve,',
  '1,1,100,medley,3,Mast,4,Fay,',
  '1,1,0,alone,3,Quiet,1,Ben Wu,',
  '1,1,100,up,3,Load,1,Cy,',
  ...[1, 2, 4, 5].map((number) => `1,1,${100 + number},gap,3,Gap ${number},${number},Gus,`),
]

let database: TestDatabase
const ids = new Map<string, string>()
let facts: Map<string, Evidence[]>
beforeAll(async () => {
  database = await createTestDatabase()
  await using files = await openTemporaryFiles()
  const pair = [await files.write('releases.csv', releases.join('\n')), await files.write('tracks.csv', tracks.join('\n'))]
  await catalogImporters.freemusicc(importContext(database.db), pair, {})
  await refreshCountedFacts(database.db, { now: () => Date.parse('2026-03-01T12:00:00Z') })
  for (const { id, title } of await database.db.selectFrom('tracks').select(['id', 'title']).execute()) ids.set(title, id)
  facts = await findTrackFacts(database.db, [...ids.values()])
})
afterAll(async () => await database[Symbol.asyncDispose]())

const idOf = (title: string): string => ids.get(title) ?? ''
const statements = (title: string): string[] => (facts.get(idOf(title)) ?? []).map((fact) => fact.statement)
const factOf = (title: string, property: string): Evidence | undefined => facts.get(idOf(title))?.find((fact) => fact.property === property)

test('the item itself comes first, then what is known of track and release, each with source and licence', () => {
  expect(statements('Flow').slice(0, 1)).toEqual(['“Flow” is by Ada Quill.'])
  expect(statements('Flow')).toEqual(
    expect.arrayContaining([
      '“Flow” is from the release “Low Water”, 2009.',
      'The release “Low Water” came out on the label Tideline.',
      'The release “Low Water” is tagged Electronic, Ambient.',
      '“Flow” is 8:23 long.',
    ]),
  )
  for (const fact of facts.get(idOf('Flow')) ?? []) expect(fact.source.licence).toBe('CC-BY-SA-4.0')
})

test('what is not known is not said', () => {
  expect(statements('Quiet')).toContain('“Quiet” is from the release “Alone”.')
  expect(factOf('Quiet', 'track-length')).toBeUndefined()
  expect(factOf('Buoy', 'label')).toBeUndefined()
  expect(statements('Knot')[0]).toBe('The track is called “Knot”.')
  expect(factOf('Knot', 'item')?.values).toEqual({ title: 'Knot', artist: null, show: null })
})

test.each([
  [
    'Flow',
    'longest-track',
    'At 8:23, “Flow” is the longest of the 4 tracks of “Low Water”.',
    { title: 'Flow', release: 'Low Water', durationMs: 503_000, of: 4 },
  ],
  [
    'Ebb (Ben Wu Remix)',
    'remix-of',
    '“Ebb (Ben Wu Remix)” is a remix of “Ebb” by Ada Quill, which is in this catalogue, too.',
    { title: 'Ebb (Ben Wu Remix)', original: 'Ebb', originalArtist: 'Ada Quill' },
  ],
  ['Buoy', 'compilation', '“Harbour Mix” is a compilation of 3 artists.', { release: 'Harbour Mix', artists: 3 }],
  ['Quiet', 'only-release-on-label', '“Alone” is the only release on Only Records in this catalogue.', { label: 'Only Records', release: 'Alone' }],
  ['Quiet', 'only-release-by-artist', '“Alone” is the only Ben Wu release in this catalogue.', { artist: 'Ben Wu', release: 'Alone' }],
  [
    'Ebb',
    'first-release-by-artist',
    '“Low Water” (2009) is the first of 4 Ada Quill releases in this catalogue.',
    { artist: 'Ada Quill', release: 'Low Water', year: 2009, of: 4 },
  ],
  [
    'Ebb',
    'first-release-on-label',
    '“Low Water” (2009) is the first of 4 releases on Tideline in this catalogue.',
    { label: 'Tideline', release: 'Low Water', year: 2009, of: 4 },
  ],
])('%s: %s is counted, dated, and carries SQL that shows it', async (title, property, statement, values) => {
  const fact = factOf(title, property)
  expect(fact).toMatchObject({ statement, values, computedAt: '2026-03-01T12:00:00.000Z' })
  expect(fact?.source.name).toMatch(/^Counted in this catalogue/)
  const { sql } = await import('kysely')
  expect((await sql.raw(fact?.query ?? '').execute(database.db)).rows.length).toBeGreaterThan(0)
})

test('several releases in one year are counted, not put in an order that nobody knows', () => {
  const said = ['Crest', 'Hour', 'Moon'].map((title) => statements(title).filter((statement) => statement.includes('in 2011')))
  for (const [statement] of said) expect(statement).toBe('Ada Quill put out 3 releases of this catalogue in 2011.')
  expect(factOf('Hour', 'first-release-by-artist')).toBeUndefined()
})

test('a record of which tracks are missing has no longest track', () => {
  expect(factOf('Gap 5', 'track-length')).toBeDefined()
  expect(factOf('Gap 5', 'longest-track')).toBeUndefined()
})

test('editions of one title are not several releases', () => {
  expect(factOf('Gap 1', 'releases-in-year')).toBeUndefined()
})

test('nothing is counted of labels where anybody uploads, nor of "Various Artists"', () => {
  expect(factOf('Load', 'only-release-on-label')).toBeUndefined()
  expect([...facts.values()].flat().filter((fact) => fact.property !== 'item' && fact.statement.includes('Various Artists'))).toEqual([])
})

test('counting again replaces what was counted before', async () => {
  const before = await database.db.selectFrom('facts').select(['id', 'statement']).orderBy('id').execute()
  await refreshCountedFacts(database.db, { now: () => Date.parse('2027-01-01T00:00:00Z') })
  expect(await database.db.selectFrom('facts').select(['id', 'statement']).orderBy('id').execute()).toEqual(before)
})

async function countStatements(wanted: readonly string[]): Promise<number> {
  let statementsRun = 0
  const counting = database.db.withPlugin({
    transformQuery: ({ node }) => {
      statementsRun++
      return node
    },
    transformResult: async ({ result }) => await Promise.resolve(result),
  })
  await findTrackFacts(counting, wanted)
  return statementsRun
}

test('the number of statements does not depend on how many tracks', async () => {
  expect(await countStatements([...ids.values()])).toBe(await countStatements([idOf('Flow')]))
})

test('what is asked for and is not there is not in the answer', async () => {
  expect(await findTrackFacts(database.db, [])).toEqual(new Map())
  expect([...(await findTracks(database.db, ['trk_none', idOf('Flow')])).keys()]).toEqual([idOf('Flow')])
})

async function titles(query: string): Promise<string[]> {
  const hits = await searchCatalog(database.db, query, { kinds: ['track', 'artist'], first: 10 })
  const byId = new Map([...ids].map(([title, id]) => [id, title]))
  return hits.map((hit) => byId.get(hit.id) ?? hit.kind)
}

test('search: whole names first, then beginnings; accents, case and an unfinished last word do not matter', async () => {
  expect(await titles('ébb')).toEqual(['Ebb', 'Ebb (Ben Wu Remix)'])
  expect(await titles('FLO')).toEqual(['Flow'])
  expect(await titles('wu ben')).toEqual(['artist', 'Ebb (Ben Wu Remix)'])
  for (const query of ['', '   ', "'", "a' | b:*", '\\', '%', '!!!', '\u0000', 'x'.repeat(10_000)]) expect(await titles(query)).toEqual([])
})

test('pages go on where the last one ended, and know how many there are', async () => {
  const [ada = ''] = (await database.db.selectFrom('artists').select('id').where('name', '=', 'Ada Quill').execute()).map((row) => row.id)
  const first = (await tracksByArtist(database.db, [ada, 'art_none'], { first: 4, after: null })).get(ada)
  expect(first).toMatchObject({ hasNextPage: true, totalCount: 7 })
  expect(first?.nodes.map((track) => track.title)).toEqual(['Ebb', 'Flow', 'Ebb (Ben Wu Remix)', 'Still'])
  const second = (await tracksByArtist(database.db, [ada], { first: 4, after: first?.cursors.at(-1) ?? null })).get(ada)
  expect(second).toMatchObject({ hasNextPage: false, totalCount: 7 })
  expect(second?.nodes.map((track) => track.title).toSorted()).toEqual(['Crest', 'Hour', 'Moon'])
  const [release = ''] = (await database.db.selectFrom('releases').select('id').where('title', '=', 'Low Water').execute()).map((row) => row.id)
  expect((await tracksByRelease(database.db, [release], { first: 2, after: '3' })).get(release)?.nodes.map((track) => track.title)).toEqual(['Still'])
})
