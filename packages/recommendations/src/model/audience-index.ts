import { addTriplet, columnsOf, compressing, emptyTriplets, forEachInRow, rowLength, transposing, type CompressedRows } from './compressed-rows.js'
import { finish, isStride, type Work } from './in-turns.js'
import { indexing, type IndexOfStrings } from './index-of-strings.js'
import type { CatalogueIndex } from './catalogue-index.js'
import type { Rows } from './read-rows.js'

/** Who listens to what, in damped weights: log(1 + plays), so that one obsession does not outweigh a hundred listeners. */
export interface AudienceIndex {
  readonly listenerCount: number
  readonly listeners: IndexOfStrings
  readonly listenerCreators: CompressedRows
  readonly creatorListeners: CompressedRows
  /** Euclidean length of each creator's row of damped weights. */
  readonly creatorLength: Float64Array
  readonly itemListenerCount: Uint32Array
  /** Damped weights, by creator, of the one listener who is left out, where one is: see `everybodyElse`. */
  readonly leftOut: ReadonlyMap<number, number>
}

/** Distinct listeners of a creator. */
export const audienceSize = ({ creatorListeners, leftOut }: AudienceIndex, creator: number): number =>
  rowLength(creatorListeners, creator) - Number(leftOut.has(creator))

/** Distinct listeners of both. */
export function sharedListeners({ creatorListeners, leftOut }: AudienceIndex, one: number, other: number): number {
  const [ones, others] = [columnsOf(creatorListeners, one), columnsOf(creatorListeners, other)]
  let shared = 0
  for (let a = 0, b = 0; a < ones.length && b < others.length;) {
    if (ones[a] === others[b]) shared++
    if (ones[a]! <= others[b]!) a++
    else b++
  }
  return shared - Number(leftOut.has(one) && leftOut.has(other))
}

export const indexAudience = (rows: Pick<Rows, 'plays'>, catalogue: CatalogueIndex): AudienceIndex => finish(indexingAudience(rows, catalogue))

/** `indexAudience` that can be left off and gone on with. */
export function* indexingAudience(rows: Pick<Rows, 'plays'>, catalogue: CatalogueIndex): Work<AudienceIndex> {
  const listeners = yield* indexing(rows.plays, (row) => row.listener_id)
  const itemListenerCount = new Uint32Array(catalogue.items.size)
  const plays = new Map<number, number>()
  for (const [index, row] of rows.plays.entries()) {
    if (isStride(index)) yield
    const item = catalogue.items.numberOf(row.item_id)
    if (item === undefined) continue
    itemListenerCount[item]!++
    const listener = listeners.add(row.listener_id)
    forEachInRow(catalogue.itemCreators, item, (creator) => {
      const pair = listener * catalogue.creators.size + creator
      plays.set(pair, (plays.get(pair) ?? 0) + row.plays)
    })
  }
  const triplets = emptyTriplets()
  let done = 0
  for (const [pair, count] of plays) {
    addTriplet(triplets, Math.floor(pair / catalogue.creators.size), pair % catalogue.creators.size, Math.log1p(count))
    if (isStride(done++)) yield
  }
  const listenerCreators = yield* compressing(listeners.size, catalogue.creators.size, triplets)
  const creatorListeners = yield* transposing(listenerCreators)
  const creatorLength = new Float64Array(catalogue.creators.size)
  for (let creator = 0; creator < creatorLength.length; creator++) {
    let squares = 0
    forEachInRow(creatorListeners, creator, (_listener, weight) => (squares += weight * weight))
    creatorLength[creator] = Math.sqrt(squares)
    if (isStride(creator)) yield
  }
  return { listenerCount: listeners.size, listeners, listenerCreators, creatorListeners, creatorLength, itemListenerCount, leftOut: new Map() }
}
