import type { Database } from '@linernotes/database'
import type { Insertable, Kysely } from 'kysely'
import { inSlices } from '../in-slices.js'
import type { EpisodeDraft } from './podcast-drafts.js'

/** External ids that a feed may take back; others belong to whoever added them. */
const feedSchemes = ['chapters', 'transcript']

interface Parts {
  readonly tags: Insertable<Database['episode_tags']>[]
  readonly chapters: Insertable<Database['chapters']>[]
  readonly soundbites: Insertable<Database['soundbites']>[]
  readonly externalIds: Insertable<Database['external_ids']>[]
}

/** Parts of an episode have no identity of their own: where any is different, all are replaced. Gives back the ids of the episodes where that was so. */
export async function replaceParts(db: Kysely<Database>, episodes: readonly EpisodeDraft[], sourceId: string): Promise<string[]> {
  const ids = episodes.map((episode) => episode.id)
  const stored = await readParts(db, ids)
  const wanted = new Map(episodes.map((episode) => [episode.id, toParts(episode, sourceId)]))
  const changed = ids.filter((id) => JSON.stringify(wanted.get(id)) !== JSON.stringify(stored(id)))
  if (changed.length === 0) return []
  await db.deleteFrom('episode_tags').where('episode_id', 'in', changed).execute()
  await db.deleteFrom('chapters').where('episode_id', 'in', changed).execute()
  await db.deleteFrom('soundbites').where('episode_id', 'in', changed).execute()
  await db.deleteFrom('external_ids').where('entity_id', 'in', changed).where('scheme', 'in', feedSchemes).execute()
  const parts = changed.flatMap((id) => wanted.get(id) ?? [])
  await inSlices(
    parts.flatMap(({ tags }) => tags),
    (slice) => db.insertInto('episode_tags').values(slice).execute(),
  )
  await inSlices(
    parts.flatMap(({ chapters }) => chapters),
    (slice) => db.insertInto('chapters').values(slice).execute(),
  )
  await inSlices(
    parts.flatMap(({ soundbites }) => soundbites),
    (slice) => db.insertInto('soundbites').values(slice).execute(),
  )
  await inSlices(
    parts.flatMap(({ externalIds }) => externalIds),
    (slice) => db.insertInto('external_ids').values(slice).execute(),
  )
  return changed
}

/** Properties stand in the order of the columns that are read, so that the same parts give the same JSON. */
function toParts(episode: EpisodeDraft, sourceId: string): Parts {
  const { id } = episode
  const externalIds = new Map(
    episode.externalIds.filter(({ scheme }) => feedSchemes.includes(scheme)).map((external) => [`${external.scheme} ${external.value}`, external]),
  )
  return {
    tags: [...new Set(episode.tags)].toSorted(byCodePoint).map((tag) => ({ episode_id: id, tag, weight: 1, source_id: sourceId })),
    chapters: episode.chapters.map((chapter, position) => ({
      episode_id: id,
      position,
      start_ms: chapter.startMs,
      end_ms: chapter.endMs,
      title: chapter.title,
      url: chapter.url,
      image_url: chapter.imageUrl,
    })),
    soundbites: episode.soundbites.map((soundbite, position) => ({
      episode_id: id,
      position,
      start_ms: soundbite.startMs,
      duration_ms: soundbite.durationMs,
      title: soundbite.title,
    })),
    externalIds: [...externalIds].toSorted(([a], [b]) => byCodePoint(a, b)).map(([, { scheme, value, url }]) => ({ entity_id: id, scheme, value, url })),
  }
}

async function readParts(db: Kysely<Database>, ids: readonly string[]): Promise<(id: string) => Parts> {
  const tags = await db.selectFrom('episode_tags').select(['episode_id', 'tag', 'weight', 'source_id']).where('episode_id', 'in', ids).execute()
  const chapters = await db
    .selectFrom('chapters')
    .select(['episode_id', 'position', 'start_ms', 'end_ms', 'title', 'url', 'image_url'])
    .where('episode_id', 'in', ids)
    .orderBy('position')
    .execute()
  const soundbites = await db
    .selectFrom('soundbites')
    .select(['episode_id', 'position', 'start_ms', 'duration_ms', 'title'])
    .where('episode_id', 'in', ids)
    .orderBy('position')
    .execute()
  const externalIds = await db
    .selectFrom('external_ids')
    .select(['entity_id', 'scheme', 'value', 'url'])
    .where('entity_id', 'in', ids)
    .where('scheme', 'in', feedSchemes)
    .execute()
  const byEpisode = {
    tags: Map.groupBy(
      tags.toSorted((a, b) => byCodePoint(a.tag, b.tag)),
      (row) => row.episode_id,
    ),
    chapters: Map.groupBy(chapters, (row) => row.episode_id),
    soundbites: Map.groupBy(soundbites, (row) => row.episode_id),
    externalIds: Map.groupBy(
      externalIds.toSorted((a, b) => byCodePoint(`${a.scheme} ${a.value}`, `${b.scheme} ${b.value}`)),
      (row) => row.entity_id,
    ),
  }
  return (id) => ({
    tags: byEpisode.tags.get(id) ?? [],
    chapters: byEpisode.chapters.get(id) ?? [],
    soundbites: byEpisode.soundbites.get(id) ?? [],
    externalIds: byEpisode.externalIds.get(id) ?? [],
  })
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
