import { createHash } from 'node:crypto'
import { constants, existsSync } from 'node:fs'
import { cp, mkdir, rename } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { Database } from '../database.js'
import { createPGliteEngine, openPGlite } from '../embedded/pglite-engine.js'
import { connectEngine } from '../embedded/connect-engine.js'
import { takeLock } from '../lock/take-lock.js'
import { migrateToLatest, migrations } from '../migrate.js'

const retryMs = 100

/** Copies the migrated empty database to `directory`. It is made once per machine and schema, and shared by every test process. */
export async function copyTemplate(directory: string): Promise<void> {
  const home = join(tmpdir(), `linernotes-test-template-${userInfo().uid}-${await hashMigrations()}`)
  const template = join(home, 'pgdata')
  await mkdir(home, { recursive: true, mode: 0o700 })
  while (!existsSync(template)) {
    const { lock } = await takeLock(home, 'none.sock')
    if (lock === null) await setTimeout(retryMs)
    else await createTemplate(template).finally(lock.release)
  }
  await cp(template, directory, { recursive: true, mode: constants.COPYFILE_FICLONE })
}

async function createTemplate(template: string): Promise<void> {
  if (existsSync(template)) return
  const unfinished = `${template}.migrating`
  const connected = connectEngine(createPGliteEngine(await openPGlite({ dataDir: unfinished })))
  await migrateToLatest(connected.db)
  await connected[Symbol.asyncDispose]()
  await rename(unfinished, template)
}

/** Every statement that the migrations make, and the PGlite that ran them (its path holds its version). */
async function hashMigrations(): Promise<string> {
  const hash = createHash('sha256').update(createRequire(import.meta.url).resolve('@electric-sql/pglite'))
  const recorder = new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }) => void hash.update(query.sql),
  })
  for (const migration of Object.values(migrations)) await migration.up(recorder)
  return hash.digest('hex').slice(0, 16)
}
