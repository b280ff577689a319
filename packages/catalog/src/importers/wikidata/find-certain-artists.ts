import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'

/** Whether a name is hardly that of two: several words, or one long one. */
function isDistinctive(name: string): boolean {
  return name.length >= (/\S\s+\S/.test(name) ? 8 : 10)
}

/**
 * Ids of artists by exact name, letter for letter, where it is distinctive, just one artist of the catalogue has it, and MusicBrainz knows
 * that one. A name alone proves nothing: netlabels have a "Donna Summer" who never made a disco record.
 */
export async function findCertainArtists(db: Kysely<Database>, names: readonly string[]): Promise<Map<string, string>> {
  const distinctive = [...new Set(names)].filter(isDistinctive)
  if (distinctive.length === 0) return new Map()
  const rows = await db
    .selectFrom('artists')
    .select(['name', sql<string>`min(id)`.as('id')])
    .where('name', 'in', distinctive)
    .where('is_special_purpose', '=', false)
    .groupBy('name')
    .having(sql<boolean>`count(*) = 1 and count(mbid) = 1`)
    .execute()
  return new Map(rows.map(({ name, id }) => [name, id]))
}
