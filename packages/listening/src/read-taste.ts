import { readDataState, type Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { hiddenIn, readFeedback, type ItemFeedback } from './feedback.queries.js'
import { findListenersById } from './find-listener.js'
import type { Listener } from './listener.js'
import { group, mostPlayedFirst, sum } from './sum-plays.js'
import { finishedPercent, longTrackMinutes, type ArtistTaste, type Finished, type ItemTaste, type LabelTaste, type ReadThrough, type Taste } from './taste.js'
import {
  readCreditRows,
  readEpisodeRows,
  readPlayRows,
  readTagRows,
  readTrackRows,
  type CreditRow,
  type EpisodeRow,
  type PlayRow,
  type TagRow,
  type TrackRow,
} from './taste.queries.js'

export interface ReadTasteOptions {
  readonly now: () => number
  /** Only what had been written by then. Left out: everything. */
  readonly through?: ReadThrough
}

/** Reads what the history says now, in at most eight statements whatever its length; null where there is no such listener. */
export async function readTaste(db: Kysely<Database>, listenerId: string, options: ReadTasteOptions): Promise<Taste | null> {
  return (await readTastes(db, [listenerId], options)).get(listenerId) ?? null
}

/** The tastes of several listeners, in as many statements as of one. Listeners that do not exist are absent. */
export async function readTastes(db: Kysely<Database>, listenerIds: readonly string[], options: ReadTasteOptions): Promise<Map<string, Taste>> {
  const listeners = await findListenersById(db, listenerIds)
  if (listeners.length === 0) return new Map()
  const ids = listeners.map((listener) => listener.id)
  const through = options.through ?? (await readNow(db))
  const plays = await readPlayRows(db, ids, through.listens)
  const idsOf = (kind: PlayRow['item_kind']): string[] => [...new Set(plays.flatMap((row) => (row.item_kind === kind ? [row.item_id] : [])))]
  const tracks = await readTrackRows(db, idsOf('track'))
  const episodes = await readEpisodeRows(db, idsOf('episode'))
  const credits = await readCreditRows(db, idsOf('track'))
  const tags = await readTagRows(db, [...new Set(tracks.flatMap((track) => track.release_id ?? []))])
  const feedback = await readFeedback(db, ids, through.feedback)
  const playsOf = Map.groupBy(plays, (row) => row.listener_id)
  const readAt = options.now()
  return new Map(
    listeners.map((listener) => [
      listener.id,
      toTaste({
        listener,
        readAt,
        through,
        plays: playsOf.get(listener.id) ?? [],
        tracks,
        episodes,
        credits,
        tags,
        feedback: feedback.get(listener.id) ?? new Map(),
      }),
    ]),
  )
}

async function readNow(db: Kysely<Database>): Promise<ReadThrough> {
  const { position } = await readDataState(db)
  return { listens: position, feedback: position }
}

interface TasteRows {
  readonly listener: Listener
  readonly readAt: number
  readonly through: ReadThrough
  /** Of this listener. */
  readonly plays: readonly PlayRow[]
  /** Of everybody who was read: what this listener did not play is passed over. */
  readonly tracks: readonly TrackRow[]
  readonly episodes: readonly EpisodeRow[]
  readonly credits: readonly CreditRow[]
  readonly tags: readonly TagRow[]
  readonly feedback: ReadonlyMap<string, ItemFeedback>
}

function toTaste(rows: TasteRows): Taste {
  const { listener, readAt, through, feedback } = rows
  const plays = Map.groupBy(rows.plays, (row) => row.item_id)
  const playsOf = (id: string): readonly PlayRow[] => plays.get(id) ?? []
  const tracks = rows.tracks.filter((track) => plays.has(track.id))
  const episodes = rows.episodes.filter((episode) => plays.has(episode.id))
  const credits = rows.credits.filter((credit) => plays.has(credit.track_id))
  const releases = group(tracks, (track) => track.release_id)
  const tags = rows.tags.filter((tag) => releases.has(tag.release_id))

  const durations = new Map([...tracks, ...episodes].map((item) => [item.id, item.duration_ms]))
  const items = new Map([...plays].map(([id, found]) => [id, toItemTaste(id, found, durations.get(id) ?? null)]))
  const longTracks = tracks.filter((track) => (track.duration_ms ?? 0) > longTrackMinutes * 60_000)
  return {
    listener,
    readAt,
    through,
    timeZone: listener.timeZone ?? 'UTC',
    total: plays.size === 0 ? null : sum([...plays.values()].flat()),
    items: mostPlayedFirst(items, (_, item) => item),
    artists: mostPlayedFirst(
      group(credits, (credit) => credit.artist_id),
      (artistId, found) =>
        toArtistTaste(
          artistId,
          found[0]?.name ?? '',
          found.flatMap((credit) => playsOf(credit.track_id)),
        ),
    ),
    releases: mostPlayedFirst(releases, (releaseId, found) => ({
      releaseId,
      title: found[0]?.release_title ?? '',
      ...sum(found.flatMap((track) => playsOf(track.id))),
    })),
    labels: mostPlayedFirst(
      group(tracks, (track) => track.label_key),
      (labelKey, found) => toLabelTaste(labelKey, found, playsOf),
    ),
    tags: mostPlayedFirst(
      group(tags, ({ tag }) => tag),
      (_, found) => sum(found.flatMap((tag) => (releases.get(tag.release_id) ?? []).flatMap((track) => playsOf(track.id)))),
    ),
    ...groupEpisodes(episodes, items, playsOf),
    longTracks: countFinished(longTracks, items),
    hiddenItemIds: hiddenIn(feedback),
    feedback,
  }
}

function toItemTaste(itemId: string, rows: readonly PlayRow[], durationMs: number | null): ItemTaste {
  const longestMs = Math.max(...rows.map((row) => row.longest_ms ?? -1))
  const finished = longestMs < 0 || durationMs === null ? null : longestMs * 100 >= durationMs * finishedPercent
  return { itemId, kind: rows[0]?.item_kind ?? 'track', finished, ...sum(rows) }
}

function toArtistTaste(artistId: string, name: string, rows: readonly PlayRow[]): ArtistTaste {
  const years = new Map<number, number>()
  for (const row of rows.toSorted((one, other) => one.year - other.year)) years.set(row.year, (years.get(row.year) ?? 0) + row.plays)
  // Months as text are in the order of time.
  const firstMonth = rows.map((row) => row.first_month).toSorted()[0] ?? ''
  const lastMonth =
    rows
      .map((row) => row.last_month)
      .toSorted()
      .at(-1) ?? ''
  return { artistId, name, years, firstMonth, lastMonth, ...sum(rows) }
}

function toLabelTaste(labelKey: string, tracks: readonly TrackRow[], playsOf: (id: string) => readonly PlayRow[]): LabelTaste {
  const rows = tracks.flatMap((track) => playsOf(track.id))
  const since = Math.min(...rows.map((row) => row.year))
  // Of several spellings the first in the alphabet, so that it is always the same.
  const label = tracks.map((track) => track.label ?? '').toSorted()[0] ?? ''
  return { labelKey, label, tracks: tracks.length, since, ...sum(rows) }
}

function groupEpisodes(
  episodes: readonly EpisodeRow[],
  items: ReadonlyMap<string, ItemTaste>,
  playsOf: (id: string) => readonly PlayRow[],
): Pick<Taste, 'shows' | 'topics'> {
  const tagged = episodes.flatMap((episode) => episode.tags.map((tag) => ({ tag, id: episode.id })))
  const topics = [...group(tagged, ({ tag }) => tag)].map(([tag, found]) => [tag, countFinished(found, items)] as const)
  const shows = mostPlayedFirst(
    group(episodes, (episode) => episode.show_id),
    (showId, found) => ({
      showId,
      title: found[0]?.show_title ?? '',
      ...sum(found.flatMap((episode) => playsOf(episode.id))),
      ...countFinished(found, items),
    }),
  )
  return { shows, topics: new Map(topics.toSorted(([, one], [, other]) => other.of - one.of)) }
}

function countFinished(played: readonly { readonly id: string }[], items: ReadonlyMap<string, ItemTaste>): Finished {
  const outcomes = played.map(({ id }) => items.get(id)?.finished ?? null)
  return { finished: outcomes.filter((outcome) => outcome === true).length, of: outcomes.filter((outcome) => outcome !== null).length }
}
