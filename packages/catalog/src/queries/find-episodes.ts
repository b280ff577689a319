import type { Database } from '@linernotes/database'
import type { Kysely, Selectable } from 'kysely'
import type { Episode } from '../entities.js'

/** Episodes by id, in one statement. */
export async function findEpisodes(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, Episode>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('episodes')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, toEpisode(row)]))
}

function toEpisode(row: Selectable<Database['episodes']>): Episode {
  return {
    id: row.id,
    showId: row.show_id,
    guid: row.guid,
    title: row.title,
    description: row.description,
    publishedAt: row.published_at,
    durationMs: row.duration_ms,
    seasonNumber: row.season_number,
    episodeNumber: row.episode_number,
    episodeType: row.episode_type,
    advisory: row.advisory,
    imageUrl: row.image_url,
    url: row.url,
    enclosures: row.enclosures,
    people: row.people,
    sourceId: row.source_id,
  }
}
