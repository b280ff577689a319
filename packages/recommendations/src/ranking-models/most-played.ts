import { addTriplet, compressRows, emptyTriplets, forEachInRow, type CompressedRows } from '../model/compressed-rows.js'

/** The items that most people played, at most `limit` of them, as rising item numbers; of equals the lower number. */
export function mostPlayed(listeners: Float64Array, limit: number): Uint32Array {
  const items = Uint32Array.from(listeners, (_, item) => item)
  if (items.length <= limit) return items
  return items
    .toSorted((a, b) => listeners[b]! - listeners[a]! || a - b)
    .slice(0, limit)
    .toSorted()
}

/** The named columns alone, numbered anew in their order. */
export function keepColumns(rows: CompressedRows, columns: Uint32Array): CompressedRows {
  if (columns.length === rows.columnCount) return rows
  const place = new Int32Array(rows.columnCount).fill(-1)
  columns.forEach((column, at) => (place[column] = at))
  const triplets = emptyTriplets()
  for (let row = 0; row < rows.rowCount; row++) {
    forEachInRow(rows, row, (column, value) => {
      if (place[column]! >= 0) addTriplet(triplets, row, place[column]!, value)
    })
  }
  return compressRows(rows.rowCount, columns.length, triplets)
}
