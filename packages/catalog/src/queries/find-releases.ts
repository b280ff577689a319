import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import type { Release } from '../entities.js'
import { groupCredits } from './find-tracks.js'

/** Releases with their credits by id, in two statements. */
export async function findReleases(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, Release>> {
  if (ids.length === 0) return new Map()
  const unique = [...new Set(ids)]
  const rows = await db.selectFrom('releases').selectAll().where('id', 'in', unique).execute()
  const credits = groupCredits(
    await db.selectFrom('release_artists').selectAll().where('release_id', 'in', unique).orderBy('position').execute(),
    (row) => row.release_id,
  )
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        mbid: row.mbid,
        title: row.title,
        artistCredits: credits.get(row.id) ?? [],
        releaseDate: row.release_date,
        releaseYear: row.release_year,
        primaryType: row.primary_type,
        isCompilation: row.is_compilation,
        label: row.label,
        gtin: row.gtin,
        url: row.url,
        licenceUrl: row.licence_url,
        sourceId: row.source_id,
      },
    ]),
  )
}
