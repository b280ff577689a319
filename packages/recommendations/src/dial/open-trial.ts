import { readDataState, type Database } from '@linernotes/database'
import { readTastes, type Taste } from '@linernotes/listening'
import type { Kysely } from 'kysely'
import { readRows, type Rows } from '../model/read-rows.js'
import { indexSnapshot, type Snapshot } from '../model/snapshot.js'
import { seededChance } from '../seeded-chance.js'

/** A listener of whose tracks some are held back: what a list should find again. */
export interface TrialListener {
  readonly id: string
  readonly kept: Pick<Taste, 'items' | 'feedback'>
  /** Track ids. */
  readonly heldOut: ReadonlySet<string>
}

export interface Trial {
  /** Of everybody's plays but those that are held back: no list can read the answers. */
  readonly snapshot: Snapshot
  readonly listeners: readonly TrialListener[]
  /** Artists all of whose plays are held back: to this snapshot they are new. */
  readonly coldArtists: ReadonlySet<string>
}

export interface TrialOptions {
  /** At most so many listeners, drawn by seed. */
  readonly listeners: number
  /** Share of each listener's tracks that is held back with all plays of them, 0 to 1. */
  readonly holdout: number
  /** Share of the artists with listeners all of whose plays are held back from everybody, 0 to 1. Left out: none. */
  readonly coldArtists?: number
  readonly seed: number
  readonly now: () => number
  readonly signal: AbortSignal
}

/** Fewer tracks leave nothing to hold back. */
const MINIMUM_TRACKS = 10

/** Draws listeners and artists, and holds back what a list should find. Listeners without a track held back are left out. */
export async function openTrial(db: Kysely<Database>, { listeners, holdout, coldArtists = 0, seed, now, signal }: TrialOptions): Promise<Trial> {
  const version = await readDataState(db)
  const rows = await readRows(db, version.position, signal)
  const { random } = seededChance(seed)
  const artistsOf = Map.groupBy(rows.trackArtists, ({ track_id }) => track_id)
  const tracks = rows.plays.filter(({ item_id }) => artistsOf.has(item_id))
  const heard = [...new Set(tracks.flatMap(({ item_id }) => artistsOf.get(item_id)!.map(({ artist_id }) => artist_id)))].toSorted()
  const cold = new Set(heard.filter(() => random() < coldArtists))
  const isCold = (trackId: string) => artistsOf.get(trackId)?.some(({ artist_id }) => cold.has(artist_id)) === true

  const drawn = [...Map.groupBy(tracks, ({ listener_id }) => listener_id)]
    .filter(([, plays]) => plays.length >= MINIMUM_TRACKS)
    .map(([id, plays]) => ({ id, plays, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .slice(0, listeners)
  const held = new Map(drawn.map(({ id, plays }) => [id, drawHeld(plays, holdout, isCold, random)] as const))
  const isHeld = ({ listener_id, item_id }: Rows['plays'][number]) => isCold(item_id) || held.get(listener_id)?.has(item_id) === true
  const ids = drawn.map(({ id }) => id)
  const tastes = ids.length === 0 ? new Map<string, Taste>() : await readTastes(db, ids, { now })
  signal.throwIfAborted()
  return {
    snapshot: await indexSnapshot({ ...rows, plays: rows.plays.filter((row) => !isHeld(row)) }, version),
    coldArtists: cold,
    listeners: ids.flatMap((id) => {
      const heldOut = held.get(id)!
      const items = new Map([...(tastes.get(id)?.items ?? [])].filter(([itemId]) => !heldOut.has(itemId)))
      return heldOut.size === 0 ? [] : [{ id, heldOut, kept: { items, feedback: new Map() } }]
    }),
  }
}

function drawHeld(plays: Rows['plays'], share: number, isCold: (trackId: string) => boolean, random: () => number): ReadonlySet<string> {
  return new Set(plays.flatMap(({ item_id }) => (random() < share || isCold(item_id) ? [item_id] : [])))
}
