import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'

export interface ExternalId {
  readonly scheme: string
  readonly value: string
  readonly url: string | null
}

/** Ids of the same thing in other systems, by our id, in one statement. */
export async function findExternalIds(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, ExternalId[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('external_ids')
    .selectAll()
    .where('entity_id', 'in', [...new Set(ids)])
    .orderBy('scheme')
    .orderBy('value')
    .execute()
  return new Map([...Map.groupBy(rows, (row) => row.entity_id)].map(([id, group]) => [id, group.map(({ scheme, value, url }) => ({ scheme, value, url }))]))
}

/** ISRCs by track, in one statement. */
export async function findIsrcs(db: Kysely<Database>, trackIds: readonly string[]): Promise<Map<string, string[]>> {
  if (trackIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('track_isrcs')
    .selectAll()
    .where('track_id', 'in', [...new Set(trackIds)])
    .orderBy('isrc')
    .execute()
  return new Map([...Map.groupBy(rows, (row) => row.track_id)].map(([id, group]) => [id, group.map(({ isrc }) => isrc)]))
}
