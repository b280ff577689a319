import type { Database } from '@linernotes/database'
import type { Kysely, Selectable } from 'kysely'
import type { Artist } from '../entities.js'

/** Artists by id, in one statement. */
export async function findArtists(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, Artist>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('artists')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, toArtist(row)]))
}

function toArtist(row: Selectable<Database['artists']>): Artist {
  return {
    id: row.id,
    mbid: row.mbid,
    name: row.name,
    sortName: row.sort_name,
    disambiguation: row.disambiguation,
    kind: row.kind,
    country: row.country,
    beginDate: row.begin_date,
    endDate: row.end_date,
    isSpecialPurpose: row.is_special_purpose,
    sourceId: row.source_id,
  }
}
