import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'
import { nameKey } from '../../name-key.js'
import type { ShowDraft } from './podcast-drafts.js'

/** Keeps a show, or brings it up to date; tells whether that changed anything. */
export async function storeShow(db: Kysely<Database>, show: ShowDraft, sourceId: string): Promise<boolean> {
  const row = {
    podcast_guid: show.podcastGuid,
    title: show.title,
    title_key: nameKey(show.title),
    publisher: show.publisher,
    feed_url: show.feedUrl,
    site_url: show.siteUrl,
    description: show.description,
    language: show.language,
    medium: show.medium,
    categories: JSON.stringify(show.categories),
    advisory: show.advisory,
    image_url: show.imageUrl,
    people: JSON.stringify(show.people),
    funding_url: show.fundingUrl,
    source_id: sourceId,
  }
  const changed = await db
    .insertInto('shows')
    .values({ id: show.id, ...row })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet(row)
        .where(sql<boolean>`shows is distinct from excluded`),
    )
    .returning('id')
    .execute()
  return changed.length > 0
}
