import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import type { Narrative } from './narrative.js'
import { narrativeOf } from './pipeline/find-texts.js'

/** Published narratives by id. What was withdrawn is not there. */
export async function findNarrativesById(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, Narrative>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('narratives')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .where('withdrawn_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.id, narrativeOf(row)]))
}
