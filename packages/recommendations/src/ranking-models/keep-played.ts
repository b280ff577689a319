import { addTriplet, compressRows, emptyTriplets, forEachInRow, type CompressedRows } from '../model/compressed-rows.js'

/** The same matrix without entries of no plays; what is no number counts as none. */
export function keepPlayed(rows: CompressedRows): CompressedRows {
  if (rows.values.every((plays) => plays > 0)) return rows
  const triplets = emptyTriplets()
  for (let row = 0; row < rows.rowCount; row++) {
    forEachInRow(rows, row, (column, plays) => {
      if (plays > 0) addTriplet(triplets, row, column, plays)
    })
  }
  return compressRows(rows.rowCount, rows.columnCount, triplets)
}
