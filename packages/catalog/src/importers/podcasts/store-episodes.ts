import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'
import { nameKey } from '../../name-key.js'
import type { EpisodeDraft } from './podcast-drafts.js'

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
  await replaceParts(db, episodes, sourceId)
  return changed.length
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

/** Parts have no identity of their own: those of an episode are replaced together. */
async function replaceParts(db: Kysely<Database>, episodes: readonly EpisodeDraft[], sourceId: string): Promise<void> {
  const ids = episodes.map((episode) => episode.id)
  await db.deleteFrom('episode_tags').where('episode_id', 'in', ids).execute()
  await db.deleteFrom('chapters').where('episode_id', 'in', ids).execute()
  await db.deleteFrom('soundbites').where('episode_id', 'in', ids).execute()
  const tags = episodes.flatMap(({ id, tags: all }) => [...new Set(all)].map((tag) => ({ episode_id: id, tag, weight: 1, source_id: sourceId })))
  const chapters = episodes.flatMap(({ id, chapters: all }) =>
    all.map((chapter, position) => ({
      episode_id: id,
      position,
      start_ms: chapter.startMs,
      end_ms: chapter.endMs,
      title: chapter.title,
      url: chapter.url,
      image_url: chapter.imageUrl,
    })),
  )
  const soundbites = episodes.flatMap(({ id, soundbites: all }) =>
    all.map((soundbite, position) => ({ episode_id: id, position, start_ms: soundbite.startMs, duration_ms: soundbite.durationMs, title: soundbite.title })),
  )
  const externalIds = episodes.flatMap(({ id, externalIds: all }) => all.map(({ scheme, value, url }) => ({ entity_id: id, scheme, value, url })))
  await inSlices(tags, (slice) => db.insertInto('episode_tags').values(slice).execute())
  await inSlices(chapters, (slice) => db.insertInto('chapters').values(slice).execute())
  await inSlices(soundbites, (slice) => db.insertInto('soundbites').values(slice).execute())
  await inSlices(externalIds, (slice) =>
    db
      .insertInto('external_ids')
      .values(slice)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
}

/** A statement holds at most 65,535 parameters. */
const SLICE = 5_000

async function inSlices<Row>(rows: readonly Row[], insert: (slice: readonly Row[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += SLICE) await insert(rows.slice(start, start + SLICE))
}
