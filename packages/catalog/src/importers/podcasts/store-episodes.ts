import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'
import { nameKey } from '../../name-key.js'
import type { EpisodeDraft } from './podcast-drafts.js'
import { replaceParts } from './replace-parts.js'

/** Keeps episodes with tags, chapters, soundbites and external ids, or brings them up to date; gives back how many changed. Ids are distinct. */
export async function storeEpisodes(db: Kysely<Database>, episodes: readonly EpisodeDraft[], sourceId: string): Promise<number> {
  if (episodes.length === 0) return 0
  const changed = await db
    .insertInto('episodes')
    .values(episodes.map((episode) => toRow(episode, sourceId)))
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((excluded) => Object.fromEntries(updatable.map((column) => [column, excluded.ref(`excluded.${column}`)])))
        .where(sql<boolean>`episodes is distinct from excluded`),
    )
    .returning('id')
    .execute()
  const changedParts = await replaceParts(db, episodes, sourceId)
  return new Set([...changed.map((row) => row.id), ...changedParts]).size
}

const updatable = [
  'title',
  'title_key',
  'description',
  'published_at',
  'duration_ms',
  'season_number',
  'episode_number',
  'episode_type',
  'advisory',
  'image_url',
  'url',
  'enclosures',
  'people',
  'source_id',
] as const

function toRow(episode: EpisodeDraft, sourceId: string) {
  return {
    id: episode.id,
    show_id: episode.showId,
    guid: episode.guid,
    title: episode.title,
    title_key: nameKey(episode.title),
    description: episode.description,
    published_at: episode.publishedAt,
    duration_ms: episode.durationMs,
    season_number: episode.seasonNumber,
    episode_number: episode.episodeNumber,
    episode_type: episode.episodeType,
    advisory: episode.advisory,
    image_url: episode.imageUrl,
    url: episode.url,
    enclosures: JSON.stringify(episode.enclosures),
    people: JSON.stringify(episode.people),
    source_id: sourceId,
  }
}
