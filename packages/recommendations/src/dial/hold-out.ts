import { readTastes, type Taste } from '@linernotes/listening'
import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { readDataVersion } from '@linernotes/database'
import { readRows } from '../model/read-rows.js'
import { indexSnapshot, type Snapshot } from '../model/snapshot.js'
import { seededChance } from '../seeded-chance.js'

/** A listener of whose tracks some are held back: what a list should find again. */
export interface TrialListener {
  readonly id: string
  readonly kept: Pick<Taste, 'items' | 'feedback'>
  /** Item ids. */
  readonly heldOut: ReadonlySet<string>
}

export interface Trial {
  /** Of everybody's plays but those that are held back: no list can read the answers. */
  readonly snapshot: Snapshot
  readonly listeners: readonly TrialListener[]
}

export interface HoldOutOptions {
  /** How many listeners, those with most tracks left out of account: drawn by seed. */
  readonly listeners: number
  /** Share of each listener's tracks that is held back with all their plays, 0 to 1. */
  readonly share: number
  readonly seed: number
  readonly now: () => number
  readonly signal: AbortSignal
}

/** So few tracks leave nothing to hold back. */
const MINIMUM_TRACKS = 10

/** Draws listeners and holds back a random share of the tracks of each, with all plays of them. */
export async function holdOut(db: Kysely<Database>, { listeners: count, share, seed, now, signal }: HoldOutOptions): Promise<Trial> {
  const rows = await readRows(db, signal)
  const { random } = seededChance(seed)
  const tracksOf = Map.groupBy(
    rows.plays.filter(({ item_id }) => item_id.startsWith('trk_')),
    (row) => row.listener_id,
  )
  const drawn = [...tracksOf]
    .filter(([, plays]) => plays.length >= MINIMUM_TRACKS)
    .map(([id, plays]) => ({ id, plays, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .slice(0, count)
  const held = new Map(drawn.map(({ id, plays }) => [id, new Set(plays.filter(() => random() < share).map(({ item_id }) => item_id))] as const))
  const tastes = await readTastes(
    db,
    drawn.map(({ id }) => id),
    { now },
  )
  signal.throwIfAborted()
  return {
    snapshot: await indexSnapshot(
      { ...rows, plays: rows.plays.filter((row) => held.get(row.listener_id)?.has(row.item_id) !== true) },
      await readDataVersion(db),
    ),
    listeners: drawn.flatMap(({ id }) => {
      const heldOut = held.get(id)!
      const taste = tastes.get(id)
      if (taste === undefined || heldOut.size === 0) return []
      return [{ id, heldOut, kept: { items: new Map([...taste.items].filter(([itemId]) => !heldOut.has(itemId))), feedback: new Map() } }]
    }),
  }
}
