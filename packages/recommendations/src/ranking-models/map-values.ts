import type { CompressedRows } from '../model/compressed-rows.js'

/** The same matrix with other values: 0 stays an entry. */
export const mapValues = (rows: CompressedRows, change: (value: number) => number): CompressedRows => ({ ...rows, values: rows.values.map(change) })

/** The values of a row, as a view. */
export const valuesOf = (rows: CompressedRows, row: number): Float32Array => rows.values.subarray(rows.offsets[row]!, rows.offsets[row + 1]!)
