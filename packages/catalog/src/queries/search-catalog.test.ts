import { createTestDatabase, type TestDatabase } from '@linernotes/database/testing'
import { assert, asyncProperty, string } from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importContext } from '../__fixtures__/import-context.js'
import { openTemporaryFiles } from '../__fixtures__/temporary-files.js'
import { catalogImporters, nameKey, searchCatalog } from '../index.js'

const releases = ['album,artist,catalog,genre,id,label,licenseurl,style,url,year', 'Harbour,Ada Quill,?,Folk,low,?,,,,2009']
const titles = [
  'Tide',
  'Tide Table',
  'The Tide',
  'Rising Tide',
  'Tidal',
  'Ébb',
  'Улочки',
  '東京',
  '!!!',
  'Tide 2049',
  "Don't & Won't",
  ...Array.from({ length: 2_100 }, (_, index) => `Aa Common ${index}`),
  'Aa',
]
const tracks = ['id,title,trackartist,disc,track,duration,trackurl', ...titles.map((title, index) => `low,"${title}",Sigur Rós,1,${index + 1},100,`)]

let database: TestDatabase
const titleOf = new Map<string, string>()
beforeAll(async () => {
  database = await createTestDatabase()
  await using files = await openTemporaryFiles()
  const pair = [await files.write('releases.csv', releases.join('\n')), await files.write('tracks.csv', tracks.join('\n'))]
  await catalogImporters.freemusicc(importContext(database.db), pair, {})
  for (const { id, title } of await database.db.selectFrom('tracks').select(['id', 'title']).execute()) titleOf.set(id, title)
  for (const { id, name } of await database.db.selectFrom('artists').select(['id', 'name']).execute()) titleOf.set(id, name)
})
afterAll(async () => await database[Symbol.asyncDispose]())

async function search(query: string, first = 10): Promise<(string | undefined)[]> {
  return (await searchCatalog(database.db, query, { kinds: ['track', 'artist', 'show', 'episode'], first })).map(({ id }) => titleOf.get(id))
}

test.each([
  ['tide', ['Tide', 'The Tide', 'Tide 2049', 'Tide Table', 'Rising Tide']],
  ['tid', ['Tide', 'The Tide', 'Tidal', 'Tide 2049', 'Tide Table', 'Rising Tide']],
  ['TIDE ta', ['Tide Table']],
  ['table tide', ['Tide Table']],
  ['tide 20', ['Tide 2049']],
  ['ebb', ['Ébb']],
  ['sigur ros', ['Sigur Rós']],
  ['улоч', ['Улочки']],
  ['東京', ['東京']],
  ['!!!', ['!!!']],
  ['dont and wont', ["Don't & Won't"]],
  ['nowhere', []],
])('%j finds %j', async (query, found) => {
  const hits = await search(query)
  expect(hits.slice(0, 1)).toEqual(found.slice(0, 1))
  expect(hits.toSorted()).toEqual(found.toSorted())
})

test('a whole name comes first, however many names begin with it', async () => {
  expect((await search('aa', 3))[0]).toBe('Aa')
})

test.each([
  ["' & ! ( ) : *"],
  ['\u0000'],
  ['tide\u0000table'],
  ["tide' | 'x"],
  ['tide:* <-> !tidal'],
  ['\\'],
  ['%_'],
  ['\uD800'],
  ['a b c '.repeat(4_000)],
  ["'".repeat(10_000)],
  ['x'.repeat(10_000)],
  ['1e5 -3 a.b.c/d?e=f user@example.org'],
])('the hostile query %j is answered', async (query) => {
  expect(Array.isArray(await search(query))).toBe(true)
})

test('whatever is asked for is answered with at most so many hits, none twice, whole names first', async () => {
  await assert(
    asyncProperty(string({ unit: 'binary' }), async (query) => {
      const hits = await searchCatalog(database.db, query, { kinds: ['track', 'artist', 'track'], first: 5 })
      expect(hits.length).toBeLessThanOrEqual(5)
      expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length)
      const isWhole = hits.map(({ id }) => nameKey(titleOf.get(id) ?? '') === nameKey(query))
      expect(isWhole).toEqual(isWhole.toSorted((a, b) => Number(b) - Number(a)))
    }),
    { numRuns: 60 },
  )
})
