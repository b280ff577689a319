import type { Database } from '@linernotes/database'
import { createTestDatabase, type TestDatabase } from '@linernotes/database/testing'
import type { Kysely } from 'kysely'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { emptyDatabase } from './empty-database.js'
import { openTemporaryFiles, type TemporaryFiles } from './temporary-files.js'

export interface ImportBench {
  /** Empty at the start of every test. */
  readonly db: Kysely<Database>
  readonly files: TemporaryFiles
}

/** A database and a folder for the tests of one file, which are made before the first of them and go with the last. */
export function useImportBench(): ImportBench {
  let database: TestDatabase
  let files: TemporaryFiles
  beforeAll(async () => {
    database = await createTestDatabase()
    files = await openTemporaryFiles()
  })
  afterEach(async () => await emptyDatabase(database.db))
  afterAll(async () => {
    await files[Symbol.asyncDispose]()
    await database[Symbol.asyncDispose]()
  })
  return {
    get db() {
      return database.db
    },
    get files() {
      return files
    },
  }
}
