import { entityId, nameKey, upsertSource } from '@linernotes/catalog'
import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'

interface PlantedTrack {
  readonly artist: string
  readonly title: string
  readonly release?: { readonly title: string; readonly label?: string; readonly tags?: readonly string[]; readonly year?: number }
  readonly durationMs?: number
  readonly mbid?: string
  readonly isrc?: string
  readonly place?: { readonly disc: number; readonly track: number }
}

/** Ids of what `plantTrack` made. */
export interface Planted {
  readonly trackId: string
  readonly artistId: string
  readonly releaseId: string | null
}

/** A track with its artist and release, as the catalogue importers leave them. For tests. */
export async function plantTrack(db: Kysely<Database>, track: PlantedTrack): Promise<Planted> {
  const sourceId = await upsertSource(db, { name: 'Planted', url: null, licence: 'CC0-1.0', retrievedAt: null })
  const artistId = entityId('artist', 'name', nameKey(track.artist))
  await db
    .insertInto('artists')
    .values({ id: artistId, name: track.artist, name_key: nameKey(track.artist), is_special_purpose: track.artist === 'Various Artists', source_id: sourceId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const releaseId = track.release === undefined ? null : entityId('release', 'freemusicc', track.release.title)
  if (track.release !== undefined && releaseId !== null) {
    const { title, label, tags, year } = track.release
    await db
      .insertInto('releases')
      .values({
        id: releaseId,
        title,
        title_key: nameKey(title),
        release_year: year ?? null,
        is_compilation: false,
        label: label ?? null,
        label_key: label === undefined ? null : nameKey(label),
        source_id: sourceId,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    for (const tag of tags ?? []) {
      await db
        .insertInto('release_tags')
        .values({ release_id: releaseId, tag, weight: 1, source_id: sourceId })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
  }
  const trackId = entityId('track', track.artist, track.title, track.release?.title ?? '', track.mbid ?? '')
  await db
    .insertInto('tracks')
    .values({
      id: trackId,
      mbid: track.mbid ?? null,
      title: track.title,
      title_key: nameKey(track.title),
      release_id: releaseId,
      disc_number: track.place?.disc ?? null,
      track_number: track.place?.track ?? null,
      duration_ms: track.durationMs ?? null,
      advisory: 'unknown',
      source_id: sourceId,
    })
    .execute()
  await db.insertInto('track_artists').values({ track_id: trackId, position: 0, artist_id: artistId, credited_name: track.artist, join_phrase: '' }).execute()
  if (track.isrc !== undefined) await db.insertInto('track_isrcs').values({ track_id: trackId, isrc: track.isrc }).execute()
  return { trackId, artistId, releaseId }
}

/** An episode of a show. For tests. */
export async function plantEpisode(
  db: Kysely<Database>,
  episode: { readonly show: string; readonly title: string; readonly tags?: readonly string[]; readonly durationMs?: number; readonly guid?: string },
): Promise<{ episodeId: string; showId: string }> {
  const sourceId = await upsertSource(db, { name: 'Planted', url: null, licence: 'CC0-1.0', retrievedAt: null })
  const showId = entityId('show', episode.show)
  const episodeId = entityId('episode', episode.show, episode.title)
  await db
    .insertInto('shows')
    .values({
      id: showId,
      title: episode.show,
      title_key: nameKey(episode.show),
      medium: 'podcast',
      categories: '[]',
      people: '[]',
      advisory: 'unknown',
      source_id: sourceId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db
    .insertInto('episodes')
    .values({
      id: episodeId,
      show_id: showId,
      guid: episode.guid ?? episode.title,
      title: episode.title,
      title_key: nameKey(episode.title),
      duration_ms: episode.durationMs ?? null,
      episode_type: 'full',
      advisory: 'unknown',
      enclosures: '[]',
      people: '[]',
      source_id: sourceId,
    })
    .execute()
  for (const tag of episode.tags ?? []) await db.insertInto('episode_tags').values({ episode_id: episodeId, tag, weight: 1, source_id: sourceId }).execute()
  return { episodeId, showId }
}
