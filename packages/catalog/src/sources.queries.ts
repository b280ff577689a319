import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'
import { entityId } from './entity-id.js'
import type { Source } from './evidence.js'

/** Keeps a source and gives its id. Name, licence and url tell sources apart; when it was read last is kept. */
export async function upsertSource(db: Kysely<Database>, source: Source): Promise<string> {
  const id = entityId('source', source.name, source.licence, source.url ?? '')
  await db
    .insertInto('sources')
    .values({ id, name: source.name, url: source.url, licence: source.licence, retrieved_at: source.retrievedAt })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ retrieved_at: source.retrievedAt })
        .where(sql<boolean>`excluded.retrieved_at is not null and excluded.retrieved_at is distinct from sources.retrieved_at`),
    )
    .execute()
  return id
}

/** Sources by id. */
export async function findSources(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, Source>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('sources')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, { name: row.name, url: row.url, licence: row.licence, retrievedAt: row.retrieved_at?.toISOString() ?? null }]))
}
