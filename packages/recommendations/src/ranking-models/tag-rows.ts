import { rowLength, transpose, emptyTriplets, addTriplet, compressRows, forEachInRow, type CompressedRows } from '../model/compressed-rows.js'
import { mapValues } from './map-values.js'

/** Items that a tag must be on: a tag on one item says nothing about another. */
const LEAST_ITEMS = 2

/**
 * Tags x items, to stand below the listeners: a tag is a listener who played what carries it (Jeunen, Van Balen, Goethals, "Closed-form models for
 * collaborative filtering with side-information", RecSys 2020). Counts are damped by ln(1 + n), and an item with many tags counts less in each of them.
 * The mean value is 1.
 */
export function tagRows(itemTags: CompressedRows): CompressedRows {
  const damped = mapValues(itemTags, (count) => (count > 0 ? Math.log1p(count) : 0))
  const shared = transpose(damped)
  const triplets = emptyTriplets()
  for (let item = 0; item < damped.rowCount; item++) {
    const kept: { tag: number; value: number }[] = []
    forEachInRow(damped, item, (tag, value) => {
      if (value > 0 && rowLength(shared, tag) >= LEAST_ITEMS) kept.push({ tag, value })
    })
    const length = Math.sqrt(kept.reduce((sum, { value }) => sum + value ** 2, 0))
    for (const { tag, value } of kept) addTriplet(triplets, tag, item, value / Math.sqrt(length))
  }
  const rows = compressRows(damped.columnCount, damped.rowCount, triplets)
  const mean = rows.values.reduce((sum, value) => sum + value, 0) / Math.max(1, rows.values.length)
  return mapValues(rows, (value) => value / mean)
}
