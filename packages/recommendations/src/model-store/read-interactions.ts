import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'
import { addTriplet, compressRows, emptyTriplets, type CompressedRows } from '../model/compressed-rows.js'
import { IndexOfStrings } from '../model/index-of-strings.js'

export interface Interactions {
  /** Listeners x creators; the value is the number of plays. Listeners who play none of these creators are left out. */
  readonly matrix: CompressedRows
  /** Ids of artists and shows, sorted; the place in the list is the column. */
  readonly creatorIds: readonly string[]
  /** Artists and shows with listeners enough for which there was no room. */
  readonly leftOut: number
}

export interface InteractionLimits {
  /** Creators with fewer listeners say nothing about anybody's taste. */
  readonly minimumListeners: number
  /** A model of every pair needs memory with the square of this and time with its cube: the most widely played are kept. */
  readonly mostCreators: number
}

/** About so many listens a statement, some 15 ms of work: an embedded database answers others in between, and memory holds one batch of rows. */
const LISTENS_AT_ONCE = 5_000

/**
 * After each statement the database is left alone for so many times as long as it took. Without a rest it answers one statement of the training for every one of a query,
 * and a query of a dozen takes seven times as long.
 */
const REST = 2

/**
 * Who plays what, summed up by artist and show. Not by track: most tracks of a catalogue have too few listeners for a pattern (the sample has 21,502 tracks and 240 listeners),
 * and whoever likes a track can be told about its artist; which of an artist's tracks comes next is decided when the list is made.
 */
export async function readInteractions(
  db: Kysely<Database>,
  { minimumListeners, mostCreators }: InteractionLimits,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<Interactions> {
  const { rows } = await sql<Listens>`select listener_id as "listenerId", count(*)::int as listens from listens where item_id is not null group by 1`.execute(
    db,
  )
  const batches = inBatches(rows.toSorted((a, b) => (a.listenerId < b.listenerId ? -1 : 1)))
  const found = new IndexOfStrings()
  const plays = emptyTriplets()
  const audience: number[] = []
  let done = 0
  for (const batch of batches) {
    signal.throwIfAborted()
    const started = performance.now()
    const places = new Map(batch.map((listenerId, index) => [listenerId, done + index] as const))
    for (const { listenerId, creatorId, count } of await readBatch(db, batch)) {
      const creator = found.add(creatorId)
      addTriplet(plays, places.get(listenerId)!, creator, count)
      audience[creator] = 1 + (audience[creator] ?? 0)
    }
    done += batch.length
    onProgress(done / rows.length)
    if (done < rows.length) await pause(REST * (performance.now() - started), undefined, { signal })
  }
  const byAudience = (a: string, b: string) => audience[found.numberOf(b)!]! - audience[found.numberOf(a)!]! || (a < b ? -1 : 1)
  const heard = found.strings.filter((_, creator) => audience[creator]! >= minimumListeners).toSorted(byAudience)
  const creatorIds = heard.slice(0, mostCreators).toSorted()
  return { matrix: keep(plays, found, creatorIds), creatorIds, leftOut: heard.length - creatorIds.length }
}

interface Listens {
  readonly listenerId: string
  readonly listens: number
}

/** Ids of listeners, in their order: as many at once as have not too many listens together, and one at least. */
function inBatches(listeners: readonly Listens[]): readonly (readonly string[])[] {
  const batches: string[][] = []
  let room = 0
  for (const { listenerId, listens } of listeners) {
    if (room < listens || batches.length === 0) {
      batches.push([])
      room = LISTENS_AT_ONCE
    }
    batches.at(-1)!.push(listenerId)
    room -= listens
  }
  return batches
}

/** Plays of these listeners by artist and show, in one order on every database. "Various Artists" and the like are nobody. */
async function readBatch(db: Kysely<Database>, listenerIds: readonly string[]) {
  const { rows } = await sql<{ listenerId: string; creatorId: string; count: number }>`
    with plays as (select listener_id, item_id, count(*)::int as times from listens where item_id is not null and listener_id in (${sql.join(listenerIds)}) group by 1, 2)
    select listener_id as "listenerId", creator_id as "creatorId", sum(times)::int as count from (
      select listener_id, track_artists.artist_id as creator_id, times from plays join track_artists on track_artists.track_id = plays.item_id
        join artists on artists.id = track_artists.artist_id where not artists.is_special_purpose
      union all
      select listener_id, episodes.show_id, times from plays join episodes on episodes.id = plays.item_id
    ) as by_creator group by 1, 2 order by listener_id collate "C", creator_id collate "C"`.execute(db)
  return rows
}

/** The columns of these creators only, in their order; rows that end up empty go. */
function keep(plays: ReturnType<typeof emptyTriplets>, found: IndexOfStrings, creatorIds: readonly string[]): CompressedRows {
  const columnOf = new Map(creatorIds.map((id, column) => [found.numberOf(id)!, column] as const))
  const rowOf = new Map<number, number>()
  const kept = emptyTriplets()
  for (const [entry, listener] of plays.rows.entries()) {
    const column = columnOf.get(plays.columns[entry]!)
    if (column === undefined) continue
    const row = rowOf.get(listener) ?? rowOf.size
    rowOf.set(listener, row)
    addTriplet(kept, row, column, plays.values[entry]!)
  }
  return compressRows(rowOf.size, creatorIds.length, kept)
}
