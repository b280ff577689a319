import { addTriplet, compressRows, emptyTriplets, forEachInRow, type CompressedRows } from '../../model/compressed-rows.js'

/**
 * Tags that a mix is made of, unless somebody wants others: about as many as Steck's films have genres. Of thousands of free tags ten items can
 * hardly repeat the mix, not even ten of the listener's own (docs/evaluation.md has the figures).
 */
export const CALIBRATION_TAGS = 20

/** The matrix with the tags only that most items have; of equals those with the lower number. */
export function keepCommonTags(itemTags: CompressedRows, count: number): CompressedRows {
  const items = new Uint32Array(itemTags.columnCount)
  for (const tag of itemTags.columns) items[tag]!++
  const common = [...items.keys()].toSorted((left, right) => items[right]! - items[left]! || left - right).slice(0, count)
  const numberOf = new Map(common.toSorted((left, right) => left - right).map((tag, number) => [tag, number]))
  const kept = emptyTriplets()
  for (let item = 0; item < itemTags.rowCount; item++) {
    forEachInRow(itemTags, item, (tag, value) => {
      const number = numberOf.get(tag)
      if (number !== undefined) addTriplet(kept, item, number, value)
    })
  }
  return compressRows(itemTags.rowCount, numberOf.size, kept)
}
