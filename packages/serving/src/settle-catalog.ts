import { refreshCountedFacts, type ImportContext } from '@linernotes/catalog'
import type { Database } from '@linernotes/database'
import { attachUnmatchedListens } from '@linernotes/listening'
import { sql, type Kysely } from 'kysely'

/** Where the size of the catalogue that was settled last is kept. */
const MARK = 'settled-catalog'

/** Of the server's advisory locks; any number that nobody else takes. */
const LOCK = 5_306_011

type Context = Pick<ImportContext, 'db' | 'now'>

/** What follows from a changed catalogue: facts are counted again, and listens that waited find their items. */
export async function settleCatalog({ db, now }: Context): Promise<void> {
  const startedAt = new Date(now())
  // Before the counting: what arrives in between is not settled yet.
  const size = await readCatalogSize(db)
  // One after the other, where several processes import into one server: two countings at once would write the same facts.
  await db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${LOCK})`.execute(connection)
    try {
      await refreshCountedFacts(connection, { now })
      await attachUnmatchedListens(connection)
    } finally {
      await sql`select pg_advisory_unlock(${LOCK})`.execute(connection)
    }
  })
  await refreshStatistics(db)
  const row = { started_at: startedAt, finished_at: new Date(now()), report: JSON.stringify({ size }) }
  await db
    .insertInto('imports')
    .values({ id: MARK, format: 'settled', file: '', sha256: '', ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}

/** Whether the catalogue is as large as when it was settled last. An import that was killed behind its last row leaves it larger, and nothing to import to the next. */
export async function isCatalogSettled(db: Kysely<Database>): Promise<boolean> {
  const mark = await db.selectFrom('imports').select('report').where('id', '=', MARK).executeTakeFirst()
  return (mark?.report as { readonly size?: string } | null | undefined)?.size === (await readCatalogSize(db))
}

async function readCatalogSize(db: Kysely<Database>): Promise<string> {
  const { rows } = await sql<{ size: string }>`
    select concat_ws(' ', (select count(*) from artists), (select count(*) from releases), (select count(*) from tracks), (select count(*) from shows),
      (select count(*) from episodes)) as size`.execute(db)
  return rows[0]?.size ?? ''
}

/** PGlite has no autovacuum: without this its planner knows nothing of what was just imported. */
export async function refreshStatistics(db: Kysely<Database>): Promise<void> {
  await sql`analyze`.execute(db)
}
