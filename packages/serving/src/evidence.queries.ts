import type { Evidence } from '@linernotes/catalog'
import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'

/**
 * Keeps evidence as it was shown. Content-addressed: what is there already is the same, and is not sent again: a list that is asked for a second time rests on
 * hundreds of kilobytes that the database has.
 */
export async function saveEvidence(db: Kysely<Database>, evidence: readonly Evidence[]): Promise<void> {
  const fresh = new Map(evidence.map((fact) => [fact.id, fact]))
  if (fresh.size === 0) return
  const known = await db
    .selectFrom('evidence')
    .select('id')
    .where('id', 'in', [...fresh.keys()])
    .execute()
  for (const { id } of known) fresh.delete(id)
  if (fresh.size === 0) return
  await db
    .insertInto('evidence')
    .values([...fresh].map(([id, fact]) => ({ id, payload: JSON.stringify(fact) })))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

/** Evidence by id. Ids that were never shown are absent. */
export async function findEvidence(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, Evidence>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('evidence')
    .select(['id', 'payload'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row.payload as Evidence]))
}
