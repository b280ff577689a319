import { addTriplet, columnsOf, compressRows, emptyTriplets, forEachInRow, rowLength, transpose, type CompressedRows } from './compressed-rows.js'
import { IndexOfStrings } from './index-of-strings.js'
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

export function indexAudience(rows: Pick<Rows, 'plays'>, catalogue: CatalogueIndex): AudienceIndex {
  const listeners = new IndexOfStrings(rows.plays.map((row) => row.listener_id))
  const itemListenerCount = new Uint32Array(catalogue.items.size)
  const plays = new Map<number, number>()
  for (const row of rows.plays) {
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
  for (const [pair, count] of plays) addTriplet(triplets, Math.floor(pair / catalogue.creators.size), pair % catalogue.creators.size, Math.log1p(count))
  const listenerCreators = compressRows(listeners.size, catalogue.creators.size, triplets)
  const creatorListeners = transpose(listenerCreators)
  const creatorLength = Float64Array.from({ length: catalogue.creators.size }, (_, creator) => {
    let squares = 0
    forEachInRow(creatorListeners, creator, (_listener, weight) => (squares += weight * weight))
    return Math.sqrt(squares)
  })
  return { listenerCount: listeners.size, listeners, listenerCreators, creatorListeners, creatorLength, itemListenerCount, leftOut: new Map() }
}
