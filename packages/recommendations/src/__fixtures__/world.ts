import { entityId } from '@linernotes/catalog'
import type { Database } from '@linernotes/database'
import type { Insertable, Kysely } from 'kysely'

export const DAY_MS = 24 * 60 * 60 * 1000
/** The moment at which every test happens. */
export const NOW = Date.parse('2024-06-15T12:00:00Z')

export const listenerId = (name: string) => entityId('listener', name)
export const artistId = (name: string) => entityId('artist', 'name', name)
export const releaseId = (name: string) => entityId('release', 'world', name)
export const trackId = (release: string, number: number) => entityId('track', 'world', release, String(number))
export const showId = (name: string) => entityId('show', 'world', name)
export const episodeId = (show: string, number: number) => entityId('episode', 'world', show, String(number))

export interface PlayDraft {
  readonly listener: string
  readonly item: string
  readonly times?: number
  readonly daysAgo?: number
  readonly finished?: boolean
  /** Left out: by `finished`. */
  readonly playedMs?: number
}

/** A small catalogue and its listeners, in as few words as possible. */
export interface World {
  readonly releases?: readonly {
    readonly title: string
    readonly artist: string
    readonly tags?: readonly string[]
    readonly label?: string
    readonly date?: string
    readonly tracks?: number
    readonly advisory?: 'explicit' | 'clean' | 'unknown'
  }[]
  readonly shows?: readonly {
    readonly title: string
    readonly language?: string
    readonly episodes: readonly { readonly tags?: readonly string[]; readonly description?: string; readonly transcript?: string; readonly chapters?: readonly string[]; readonly durationMs?: number; readonly daysAgo?: number; readonly type?: 'full' | 'trailer' | 'bonus' }[]
  }[]
  readonly plays?: readonly PlayDraft[]
}

const LENGTH_MS = 200_000
const source_id = 'src_world'

export async function createWorld(db: Kysely<Database>, { releases = [], shows = [], plays = [] }: World): Promise<void> {
  await insert(db, 'sources', [{ id: source_id, name: 'World', licence: 'CC0-1.0', url: null, retrieved_at: null }])
  const artists = [...new Set(releases.map(({ artist }) => artist))]
  await insert(
    db,
    'artists',
    artists.map((name) => ({ id: artistId(name), name, name_key: name, is_special_purpose: name === 'Various Artists', source_id })),
  )
  for (const release of releases) {
    const { title, artist, label = null, date = null } = release
    const id = releaseId(title)
    const credit = { position: 0, artist_id: artistId(artist), credited_name: artist, join_phrase: '' }
    const year = date === null ? null : Number(date.slice(0, 4))
    await insert(db, 'releases', [{ id, title, title_key: title, label, label_key: label, release_date: date, release_year: year, source_id }])
    await insert(db, 'release_artists', [{ release_id: id, ...credit }])
    await insert(
      db,
      'release_tags',
      (release.tags ?? []).map((tag) => ({ release_id: id, tag, weight: 1, source_id })),
    )
    const numbers = Array.from({ length: release.tracks ?? 4 }, (_, index) => index + 1)
    await insert(
      db,
      'tracks',
      numbers.map((number) => ({
        id: trackId(title, number),
        title: `${title} ${number}`,
        title_key: `${title} ${number}`,
        release_id: id,
        disc_number: 1,
        track_number: number,
        duration_ms: LENGTH_MS,
        advisory: release.advisory ?? ('unknown' as const),
        source_id,
      })),
    )
    await insert(
      db,
      'track_artists',
      numbers.map((number) => ({ track_id: trackId(title, number), ...credit })),
    )
  }
  for (const { title, episodes, language = null } of shows) {
    await insert(db, 'shows', [{ id: showId(title), title, title_key: title, language, categories: '[]', people: '[]', source_id }])
    for (const [index, episode] of episodes.entries()) {
      const id = episodeId(title, index + 1)
      await insert(db, 'episodes', [
        {
          id,
          guid: id,
          show_id: showId(title),
          title: `${title}, part ${index + 1}`,
          title_key: id,
          description: episode.description ?? null,
          published_at: new Date(NOW - (episode.daysAgo ?? 1000 - index) * DAY_MS),
          duration_ms: episode.durationMs ?? LENGTH_MS,
          episode_number: index + 1,
          episode_type: episode.type ?? ('full' as const),
          enclosures: '[]',
          people: '[]',
          source_id,
        },
      ])
      await insert(
        db,
        'episode_tags',
        (episode.tags ?? []).map((tag) => ({ episode_id: id, tag, weight: 1, source_id })),
      )
      await insert(
        db,
        'chapters',
        (episode.chapters ?? []).map((chapter, position) => ({ episode_id: id, position, start_ms: position * 1000, title: chapter })),
      )
      if (episode.transcript !== undefined) await insert(db, 'transcript_segments', [{ id: `seg_${id}`, episode_id: id, position: 0, text: episode.transcript, source_id }])
    }
  }
  await addPlays(db, plays)
}

export async function addPlays(db: Kysely<Database>, plays: readonly PlayDraft[]): Promise<void> {
  const listeners = [...new Set(plays.map(({ listener }) => listener))].map((name) => ({ id: listenerId(name), external_id: name, synthetic: true }))
  if (listeners.length > 0) await db.insertInto('listeners').values(listeners).onConflict((conflict) => conflict.doNothing()).execute()
  const rows = plays.flatMap(({ listener, item, times = 1, daysAgo = 10, finished = true, playedMs = finished ? LENGTH_MS : 10_000 }) =>
    Array.from({ length: times }, (_, index) => ({
      listener_id: listenerId(listener),
      played_at: new Date(NOW - daysAgo * DAY_MS - index * 3_600_000),
      fingerprint: item,
      item_id: item,
      item_kind: item.startsWith('epi_') ? ('episode' as const) : ('track' as const),
      played_ms: playedMs,
      source_id,
    })),
  )
  await insert(db, 'listens', rows)
}

async function insert<Table extends keyof Database>(db: Kysely<Database>, table: Table, rows: readonly Insertable<Database[Table]>[]): Promise<void> {
  for (let start = 0; start < rows.length; start += 1000) {
    await db
      .insertInto(table)
      .values(rows.slice(start, start + 1000))
      .execute()
  }
}
