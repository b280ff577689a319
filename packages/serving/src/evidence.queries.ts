import type { Evidence } from '@linernotes/catalog'
import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'

/** Keeps evidence as it was shown. Content-addressed: what is there already is the same. */
export async function saveEvidence(db: Kysely<Database>, evidence: readonly Evidence[]): Promise<void> {
  if (evidence.length === 0) return
  const rows = evidence.map((fact) => ({ id: fact.id, payload: JSON.stringify(fact) }))
  await db
    .insertInto('evidence')
    .values(rows)
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
