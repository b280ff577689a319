import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { Database } from '../database.js'
import { connectEngine } from '../embedded/connect-engine.js'
import { createPGliteEngine, openPGlite } from '../embedded/pglite-engine.js'
import { createServedDatabase } from './served-database.js'
import { copyTemplate } from './template.js'

export interface TestDatabase extends AsyncDisposable {
  readonly db: Kysely<Database>
}

/** A fresh migrated database, gone when disposed of: on DATABASE_URL one of its own; without DATABASE_URL a PGlite in this thread. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const url = process.env['DATABASE_URL']
  return url ? createServedDatabase(url) : createEmbeddedDatabase()
}

export async function createEmbeddedDatabase(): Promise<TestDatabase> {
  await using resources = new AsyncDisposableStack()
  const directory = await mkdtemp(join(tmpdir(), 'linernotes-test-'))
  resources.defer(() => rm(directory, { recursive: true, force: true }))
  const dataDirectory = join(directory, 'pgdata')
  await copyTemplate(dataDirectory)
  // A test that uses the outer db inside a transaction fails within its own deadline.
  const { db } = resources.use(connectEngine(createPGliteEngine(await openPGlite({ dataDir: dataDirectory })), { idleMs: 5_000 }))
  const kept = resources.move()
  return { db, [Symbol.asyncDispose]: () => kept.disposeAsync() }
}
