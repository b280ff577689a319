import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import type { Narrative } from './narrative.js'
import { findNarratives } from './pipeline/narrative.queries.js'

/** Published narratives by id. */
export async function findNarrativesById(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, Narrative>> {
  if (ids.length === 0) return new Map()
  const keys = await db
    .selectFrom('narratives')
    .select('cache_key')
    .where('id', 'in', [...new Set(ids)])
    .execute()
  const found = await findNarratives(
    db,
    keys.map((row) => row.cache_key),
  )
  return new Map([...found.values()].map((narrative) => [narrative.id, narrative]))
}
