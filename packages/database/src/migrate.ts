import type { Kysely } from 'kysely'
import { Migrator, NO_MIGRATIONS, type Migration, type MigrationResultSet } from 'kysely/migration'
import { DatabaseError } from './database-error.js'
import type { Database } from './database.js'
import { firstSchema } from './migrations/0001-first-schema.js'
import { servingNarratives } from './migrations/0002-serving-narratives.js'
import { receipts } from './migrations/0003-receipts.js'
import { dj } from './migrations/0004-dj.js'
import { listeningLog } from './migrations/0005-listening-log.js'
import { djHolders } from './migrations/0006-dj-holders.js'
import { listeningLogInOrder } from './migrations/0007-listening-log-in-order.js'

/** In the order of their names; a name that was released never changes. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first-schema': firstSchema,
  '0002-serving-narratives': servingNarratives,
  '0003-receipts': receipts,
  '0004-dj': dj,
  '0005-listening-log': listeningLog,
  '0006-dj-holders': djHolders,
  '0007-listening-log-in-order': listeningLogInOrder,
}

/** Brings the schema to the latest migration. Safe to run from several processes at once on one PostgreSQL. Throws DatabaseError MIGRATION_FAILED. */
export async function migrateToLatest(db: Kysely<Database>): Promise<void> {
  finish(await createMigrator(db).migrateToLatest())
}

/** Takes every migration back, down to an empty database. Every row is lost. */
export async function migrateDownAll(db: Kysely<Database>): Promise<void> {
  finish(await createMigrator(db).migrateTo(NO_MIGRATIONS))
}

function createMigrator(db: Kysely<Database>): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } })
}

function finish({ error, results }: MigrationResultSet): void {
  if (error === undefined) return
  const failed = results?.find((result) => result.status === 'Error')
  const reason = error instanceof Error ? error.message : String(error)
  const place = failed ? `Migration "${failed.migrationName}" failed` : 'The migrations could not run'
  throw new DatabaseError('MIGRATION_FAILED', `${place}: ${reason}. Was the database written by a newer Liner Notes? Update, or restore a backup.`, {
    cause: error,
  })
}
