import { createTestDatabase, type TestDatabase } from '@linernotes/database/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importContext } from '../../__fixtures__/import-context.js'
import { openTemporaryFiles, type TemporaryFiles } from '../../__fixtures__/temporary-files.js'
import { ImportFormatError, catalogImporters, entityId, nameKey } from '../../index.js'

let database: TestDatabase
let files: TemporaryFiles
beforeAll(async () => {
  database = await createTestDatabase()
  files = await openTemporaryFiles()
  const { db } = database
  await db.insertInto('sources').values({ id: 'src_x', name: 'x', url: null, licence: 'CC0-1.0', retrieved_at: null }).execute()
  const artists = [
    { name: 'Ada Quill', mbid: '11111111-aaaa-4aaa-8aaa-000000000001' },
    { name: 'Spoon', mbid: '11111111-aaaa-4aaa-8aaa-000000000002' },
    { name: 'Two Of Them', mbid: '11111111-aaaa-4aaa-8aaa-000000000003' },
    { name: 'Two Of Them', mbid: null },
    { name: 'Name Only Known', mbid: null },
  ]
  await db
    .insertInto('artists')
    .values(
      artists.map(({ name, mbid }) => ({
        id: entityId('artist', name, mbid ?? ''),
        name,
        name_key: nameKey(name),
        mbid,
        is_special_purpose: false,
        source_id: 'src_x',
      })),
    )
    .execute()
})
afterAll(async () => {
  await files[Symbol.asyncDispose]()
  await database[Symbol.asyncDispose]()
})

test('only what can be nothing but a genre, of an artist who matches with certainty, becomes a fact; twice changes nothing', async () => {
  const lines = [
    'Ada Quill\tfolk rock',
    'Ada Quill\tLisbon',
    'Ada Quill\tpiano',
    'ada quill\tjazz',
    'Spoon\tindie rock',
    'Two Of Them\tjazz',
    'Various Artists\tjazz',
    'no tab',
  ]
  const file = await files.write('labels.tsv', `artist_label\twikidata_value_label\n${lines.join('\n')}\n`)
  const report = await catalogImporters.wikidata(importContext(database.db), [file], {})
  expect(report).toMatchObject({ format: 'wikidata', read: 8, imported: 1, duplicates: 0, unmatched: 4, rejected: 3 })
  expect(report.problems.map((problem) => problem.line)).toEqual([9, 3, 4])
  const facts = await database.db.selectFrom('facts').select(['subject_id', 'property', 'statement', 'values']).execute()
  expect(facts).toEqual([
    {
      subject_id: entityId('artist', 'Ada Quill', '11111111-aaaa-4aaa-8aaa-000000000001'),
      property: 'artist-genre',
      statement: 'Wikidata names folk rock as a genre of Ada Quill.',
      values: { artist: 'Ada Quill', genre: 'folk rock' },
    },
  ])
  expect(await catalogImporters.wikidata(importContext(database.db), [file], {})).toMatchObject({ read: 8, imported: 0, duplicates: 1 })
})

test('a file without the header is not of the format', async () => {
  const file = await files.write('other.tsv', 'user\titem\n1\t2\n')
  await expect(catalogImporters.wikidata(importContext(database.db), [file], {})).rejects.toThrow(ImportFormatError)
})
