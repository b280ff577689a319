import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import type { ArtistCredit, Track } from '../entities.js'

/** Tracks with their credits by id, in two statements. */
export async function findTracks(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, Track>> {
  if (ids.length === 0) return new Map()
  const unique = [...new Set(ids)]
  const rows = await db.selectFrom('tracks').selectAll().where('id', 'in', unique).execute()
  const credits = groupCredits(
    await db.selectFrom('track_artists').selectAll().where('track_id', 'in', unique).orderBy('position').execute(),
    (row) => row.track_id,
  )
  return new Map(
    rows.map((row) => {
      const artistCredits = credits.get(row.id) ?? []
      return [
        row.id,
        {
          id: row.id,
          mbid: row.mbid,
          title: row.title,
          artistCredits,
          creditedAs: creditedAs(artistCredits),
          releaseId: row.release_id,
          discNumber: row.disc_number,
          trackNumber: row.track_number,
          durationMs: row.duration_ms,
          advisory: row.advisory,
          url: row.url,
          sourceId: row.source_id,
        },
      ]
    }),
  )
}

/** A credit as it is printed: names with what joins them. */
function creditedAs(credits: readonly ArtistCredit[]): string {
  return credits.map((credit) => credit.creditedName + credit.joinPhrase).join('')
}

interface CreditRow {
  readonly artist_id: string
  readonly credited_name: string
  readonly join_phrase: string
}

/** Rows in the order of their positions, as credits of whom they belong to. */
export function groupCredits<Row extends CreditRow>(rows: readonly Row[], ownerOf: (row: Row) => string): Map<string, ArtistCredit[]> {
  const groups = new Map<string, ArtistCredit[]>()
  for (const row of rows) {
    const credits = groups.get(ownerOf(row)) ?? []
    credits.push({ artistId: row.artist_id, creditedName: row.credited_name, joinPhrase: row.join_phrase })
    groups.set(ownerOf(row), credits)
  }
  return groups
}
