import { finish, isStride, type Work } from './in-turns.js'

/** A sparse matrix in compressed row form (CSR): the columns and values of row r stand at offsets[r] to offsets[r + 1]. */
export interface CompressedRows {
  readonly rowCount: number
  readonly columnCount: number
  readonly offsets: Uint32Array
  readonly columns: Uint32Array
  readonly values: Float32Array
}

/** The entries of a matrix in any order. */
export interface Triplets {
  readonly rows: number[]
  readonly columns: number[]
  readonly values: number[]
}

export const emptyTriplets = (): Triplets => ({ rows: [], columns: [], values: [] })

export function addTriplet(triplets: Triplets, row: number, column: number, value: number): void {
  triplets.rows.push(row)
  triplets.columns.push(column)
  triplets.values.push(value)
}

/** Counting sort by row; within a row the entries keep their order. */
export const compressRows = (rowCount: number, columnCount: number, triplets: Triplets): CompressedRows => finish(compressing(rowCount, columnCount, triplets))

/** `compressRows` that can be left off and gone on with. */
export function* compressing(rowCount: number, columnCount: number, triplets: Triplets): Work<CompressedRows> {
  const size = triplets.rows.length
  const offsets = new Uint32Array(rowCount + 1)
  for (let entry = 0; entry < size; entry++) {
    offsets[triplets.rows[entry]! + 1]!++
    if (isStride(entry)) yield
  }
  for (let row = 0; row < rowCount; row++) offsets[row + 1]! += offsets[row]!
  const cursor = offsets.slice(0, rowCount)
  const columns = new Uint32Array(size)
  const values = new Float32Array(size)
  for (let entry = 0; entry < size; entry++) {
    const place = cursor[triplets.rows[entry]!]!++
    columns[place] = triplets.columns[entry]!
    values[place] = triplets.values[entry]!
    if (isStride(entry)) yield
  }
  return { rowCount, columnCount, offsets, columns, values }
}

export const transpose = (matrix: CompressedRows): CompressedRows => finish(transposing(matrix))

/** `transpose` that can be left off and gone on with. */
export function* transposing(matrix: CompressedRows): Work<CompressedRows> {
  const triplets = emptyTriplets()
  for (let row = 0; row < matrix.rowCount; row++) {
    forEachInRow(matrix, row, (column, value) => addTriplet(triplets, column, row, value))
    if (isStride(row)) yield
  }
  return yield* compressing(matrix.columnCount, matrix.rowCount, triplets)
}

export function forEachInRow(matrix: CompressedRows, row: number, visit: (column: number, value: number) => void): void {
  const end = matrix.offsets[row + 1]!
  for (let entry = matrix.offsets[row]!; entry < end; entry++) visit(matrix.columns[entry]!, matrix.values[entry]!)
}

/** The columns of a row, as a view. */
export const columnsOf = (matrix: CompressedRows, row: number): Uint32Array => matrix.columns.subarray(matrix.offsets[row]!, matrix.offsets[row + 1]!)

export const rowLength = (matrix: CompressedRows, row: number): number => matrix.offsets[row + 1]! - matrix.offsets[row]!
