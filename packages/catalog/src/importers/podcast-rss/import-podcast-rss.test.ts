import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { createTestDatabase, type TestDatabase } from '@linernotes/database/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importContext } from '../../__fixtures__/import-context.js'
import { openTemporaryFiles, type TemporaryFiles } from '../../__fixtures__/temporary-files.js'
import { ImportFormatError, catalogImporters, findEpisodeFacts } from '../../index.js'

let database: TestDatabase
let files: TemporaryFiles
beforeAll(async () => {
  database = await createTestDatabase()
  files = await openTemporaryFiles()
})
afterAll(async () => {
  await files[Symbol.asyncDispose]()
  await database[Symbol.asyncDispose]()
})

const feed = (title: string, items: number): string =>
  `<rss version="2.0"><channel><title>${title}</title><link>https://example.com/${title}</link>${Array.from({ length: items }, (_, index) => `<item><title>${title} ${index}</title><guid>${index}</guid></item>`).join('')}</channel></rss>`

const example = path.join(import.meta.dirname, '../../../../../data/cc0-1.0/namespace/example.xml')

test('the example feed of the podcast namespace gives facts about its episodes', async () => {
  const report = await catalogImporters['podcast-rss'](importContext(database.db), [example], {})
  expect(report).toEqual({ format: 'podcast-rss', read: 3, imported: 3, duplicates: 0, unmatched: 0, rejected: 0, problems: [] })
  const { id } = await database.db.selectFrom('episodes').select('id').where('title', '=', 'Episode 3 - The Future').executeTakeFirstOrThrow()
  const facts = (await findEpisodeFacts(database.db, [id])).get(id)
  expect(facts?.map(({ property, values }) => [property, values])).toEqual(
    expect.arrayContaining([
      ['item', { title: 'Episode 3 - The Future', artist: null, show: 'Podcasting 2.0 Namespace Example' }],
      ['guest', { name: 'Dave Jones' }],
      ['host', { name: 'Adam Curry' }],
    ]),
  )
  expect(facts?.[0]?.source).toMatchObject({ name: 'Podcasting 2.0 Namespace Example', licence: 'NOASSERTION' })
})

test('several files, packed or not, are shows of their own; twice changes nothing', async () => {
  const both = [await files.write('a.xml', feed('A', 3)), await files.write('b.xml.gz', gzipSync(feed('B', 2)))]
  const importing = () => catalogImporters['podcast-rss'](importContext(database.db), both, {})
  expect(await importing()).toMatchObject({ read: 5, imported: 5, duplicates: 0, rejected: 0 })
  expect(await importing()).toMatchObject({ read: 5, imported: 0, duplicates: 5, rejected: 0 })
})

test('a packed file that breaks off keeps the items that came through', async () => {
  const packed = gzipSync(feed('Long', 5_000))
  const file = await files.write('long.xml.gz', packed.subarray(0, packed.length / 2))
  const report = await catalogImporters['podcast-rss'](importContext(database.db), [file], {})
  expect(report.imported).toBeGreaterThan(1_000)
  expect(report.imported).toBe(report.read - report.rejected)
  expect(report.problems[0]?.message).toMatch(/break off/)
})

test('the licence and the name of the source can be said', async () => {
  const file = await files.write('said.xml', feed('Said', 1))
  await catalogImporters['podcast-rss'](importContext(database.db), [file], { source: { licence: 'CC0-1.0', name: 'By hand' } })
  const source = await database.db.selectFrom('sources').selectAll().where('name', '=', 'By hand').executeTakeFirstOrThrow()
  expect(source).toMatchObject({ licence: 'CC0-1.0', url: 'https://example.com/Said' })
})

test('what is no feed is one clear error that names the file', async () => {
  const file = await files.write('page.xml', '<!DOCTYPE html>\n<html><head></head></html>')
  const importing = catalogImporters['podcast-rss'](importContext(database.db), [file], {})
  await expect(importing).rejects.toThrow(ImportFormatError)
  await expect(importing).rejects.toThrow(`${file}: not an RSS 2.0 feed (found an HTML page)`)
})

test('an import that is called off leaves nothing half done', async () => {
  const file = await files.write('off.xml', feed('Off', 200))
  const reason = new Error('called off')
  await expect(catalogImporters['podcast-rss']({ ...importContext(database.db), signal: AbortSignal.abort(reason) }, [file], {})).rejects.toThrow(
    /abort|called off/,
  )
  expect(await database.db.selectFrom('shows').select('id').where('title', '=', 'Off').execute()).toEqual([])
})
