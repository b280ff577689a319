import type { CompressedRows } from '../model/compressed-rows.js'

/** The rows of the first matrix, then those of the second. */
export function stackRows(first: CompressedRows, second: CompressedRows): CompressedRows {
  const offsets = new Uint32Array(first.rowCount + second.rowCount + 1)
  offsets.set(first.offsets)
  second.offsets.forEach((offset, row) => (offsets[first.rowCount + row] = first.columns.length + offset))
  const columns = new Uint32Array(first.columns.length + second.columns.length)
  columns.set(first.columns)
  columns.set(second.columns, first.columns.length)
  const values = new Float32Array(columns.length)
  values.set(first.values)
  values.set(second.values, first.values.length)
  return { rowCount: first.rowCount + second.rowCount, columnCount: first.columnCount, offsets, columns, values }
}
