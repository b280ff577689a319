import type { Database } from '@linernotes/database'
import type { Kysely, Selectable } from 'kysely'
import type { Show } from '../entities.js'

/** Shows by id, in one statement. */
export async function findShows(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, Show>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('shows')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, toShow(row)]))
}

function toShow(row: Selectable<Database['shows']>): Show {
  return {
    id: row.id,
    podcastGuid: row.podcast_guid,
    title: row.title,
    publisher: row.publisher,
    feedUrl: row.feed_url,
    siteUrl: row.site_url,
    description: row.description,
    language: row.language,
    medium: row.medium,
    categories: row.categories,
    advisory: row.advisory,
    imageUrl: row.image_url,
    people: row.people,
    fundingUrl: row.funding_url,
    sourceId: row.source_id,
  }
}
