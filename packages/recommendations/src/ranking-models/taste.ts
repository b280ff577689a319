import type { CompressedRows } from '../model/compressed-rows.js'
import { valuesOf } from './map-values.js'
import type { History } from './ranking-model.js'

/** Power of a history's length (as a vector) that its entries are divided by: 1 would let every listener count the same, 0 each by what they played. */
const EVENNESS = 0.75

/** How strong each item of a history is: 1 + ln(1 + plays), divided by a power of the length of the whole. */
export function strengthsOf(weights: Float32Array): Float64Array {
  const strengths = Float64Array.from(weights, (plays) => (plays > 0 ? 1 + Math.log1p(plays) : 0))
  const length = Math.sqrt(strengths.reduce((sum, value) => sum + value ** 2, 0))
  return length === 0 ? strengths : strengths.map((value) => value / length ** EVENNESS)
}

/** The strengths of every row. */
export function strengthRows(rows: CompressedRows): CompressedRows {
  const values = new Float32Array(rows.values.length)
  for (let row = 0; row < rows.rowCount; row++) values.set(strengthsOf(valuesOf(rows, row)), rows.offsets[row]!)
  return { ...rows, values }
}

/** Adds what friends play, each friend as much as the other (damped by ln(1 + plays), length 1). */
export function addFriends(friends: readonly History[], into: Float64Array): void {
  for (const { items, weights } of friends) {
    const damped = Float64Array.from(weights, (plays) => (plays > 0 ? Math.log1p(plays) : 0))
    const length = Math.sqrt(damped.reduce((sum, value) => sum + value ** 2, 0))
    if (length > 0) items.forEach((item, place) => (into[item]! += damped[place]! / length))
  }
}
