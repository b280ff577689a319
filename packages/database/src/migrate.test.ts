import { sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bumpDataVersion, migrateDownAll, migrateToLatest, readDataVersion, type Database } from './index.js'
import { createTestDatabase, withRollback, type TestDatabase } from './testing/index.js'

let own: TestDatabase
beforeAll(async () => {
  own = await createTestDatabase()
})
afterAll(() => own[Symbol.asyncDispose]())

async function tableNames(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{
    name: string
  }>`select table_name as name from information_schema.tables where table_schema = 'public' order by table_name collate "C"`.execute(db)
  return rows.map((row) => row.name)
}

test('data versions count up apart from each other', async () => {
  await withRollback(own.db, async (db) => {
    await bumpDataVersion(db, 'catalog')
    await bumpDataVersion(db, 'catalog')
    await bumpDataVersion(db, 'listening')
    expect(await readDataVersion(db)).toEqual({ catalog: 2, listening: 1 })
  })
  expect(await readDataVersion(own.db)).toEqual({ catalog: 0, listening: 0 })
})

test('migrations go down to nothing and up again, also when several processes do it at once', async () => {
  const tables = await tableNames(own.db)
  expect(tables).toEqual(expect.arrayContaining(['data_version', 'listens', 'narratives', 'tracks', 'transcript_segments']))
  await migrateDownAll(own.db)
  expect((await tableNames(own.db)).filter((name) => !name.startsWith('kysely_'))).toEqual([])
  await Promise.all([migrateToLatest(own.db), migrateToLatest(own.db), migrateToLatest(own.db)])
  expect(await tableNames(own.db)).toEqual(tables)
  await migrateToLatest(own.db)
  expect(await readDataVersion(own.db)).toEqual({ catalog: 0, listening: 0 })
})

test('a database from a newer version is refused with the remedy', async () => {
  await sql`insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '2030-01-01')`.execute(own.db)
  await expect(migrateToLatest(own.db)).rejects.toMatchObject({
    code: 'MIGRATION_FAILED',
    message: expect.stringMatching(/9999-from-the-future.*newer Liner Notes/),
  })
  await sql`delete from kysely_migration where name = '9999-from-the-future'`.execute(own.db)
})
