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
  const { rows: counted } = await sql<{ total: number }>`select count(*)::int as total from listeners`.execute(db)
  const total = Math.max(1, counted[0]?.total ?? 0)
  const found = new IndexOfStrings()
  const plays = emptyTriplets()
  const audience: number[] = []
  const listenerIds: string[] = []
  for (let after: string | null = ''; after !== null;) {
    const page = await readListeners(db, after)
    after = page.at(-1)?.listenerId ?? null
    for (const batch of inBatches(page)) {
      signal.throwIfAborted()
      const started = performance.now()
      const places = new Map(batch.map((listenerId) => [listenerId, listenerIds.push(listenerId) - 1] as const))
      for (const { listenerId, creatorId, count } of await readBatch(db, batch)) {
        const creator = found.add(creatorId)
        addTriplet(plays, places.get(listenerId)!, creator, count)
        audience[creator] = 1 + (audience[creator] ?? 0)
      }
      onProgress(Math.min(1, listenerIds.length / total))
      await pause(REST * (performance.now() - started), undefined, { signal })
    }
  }
  const byAudience = (a: string, b: string) => audience[found.numberOf(b)!]! - audience[found.numberOf(a)!]! || (a < b ? -1 : 1)
  const heard = found.strings.filter((_, creator) => audience[creator]! >= minimumListeners).toSorted(byAudience)
  const creatorIds = heard.slice(0, mostCreators).toSorted()
  return { matrix: keep(plays, orderOf(listenerIds), columnsOf(found, creatorIds)), creatorIds, leftOut: heard.length - creatorIds.length }
}

/** So many listeners a statement. */
const LISTENERS_AT_ONCE = 1_000

interface Listens {
  readonly listenerId: string
  readonly listens: number
}

/** The next listeners after this one, in the order of the database, and how many listens each has of items of the catalogue. Empty: there are no more. */
async function readListeners(db: Kysely<Database>, after: string): Promise<readonly Listens[]> {
  const { rows } = await sql<Listens>`
    select id as "listenerId", (select count(*) from listens where listens.listener_id = page.id and item_id is not null)::int as listens
    from (select id from listeners where id > ${after} order by id limit ${sql.lit(LISTENERS_AT_ONCE)}) as page order by id`.execute(db)
  return rows
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

/** Place of each listener among all, by id: databases that sort letters otherwise read in another order, and the same data shall make the same model. */
function orderOf(listenerIds: readonly string[]): Uint32Array {
  const order = new Uint32Array(listenerIds.length)
  const sorted = [...listenerIds.keys()].toSorted((a, b) => (listenerIds[a]! < listenerIds[b]! ? -1 : 1))
  for (const [place, listener] of sorted.entries()) order[listener] = place
  return order
}

const columnsOf = (found: IndexOfStrings, creatorIds: readonly string[]): ReadonlyMap<number, number> =>
  new Map(creatorIds.map((id, column) => [found.numberOf(id)!, column] as const))

/** The columns of these creators only, in their order; rows that end up empty go. */
function keep(plays: ReturnType<typeof emptyTriplets>, order: Uint32Array, columnOf: ReadonlyMap<number, number>): CompressedRows {
  const isKept = new Uint8Array(order.length)
  for (const [entry, listener] of plays.rows.entries()) if (columnOf.has(plays.columns[entry]!)) isKept[order[listener]!] = 1
  let rows = 0
  const rowOf = Uint32Array.from(isKept, (kept) => (kept === 1 ? rows++ : 0))
  const kept = emptyTriplets()
  for (const [entry, listener] of plays.rows.entries()) {
    const column = columnOf.get(plays.columns[entry]!)
    if (column !== undefined) addTriplet(kept, rowOf[order[listener]!]!, column, plays.values[entry]!)
  }
  return compressRows(rows, columnOf.size, kept)
}
