import type { CompressedRows } from '../model/compressed-rows.js'

/** The cells of a matrix in any order, as columns of a table. Cells outside (row or column -1) are left out. */
export interface Cells {
  readonly count: number
  readonly row: (cell: number) => number
  readonly column: (cell: number) => number
  readonly value: (cell: number) => number
}

/** A matrix with the columns of each row in order, so that the order of the cells does not matter; cells that come more than once are added up. */
export function rowsOfCells(rowCount: number, columnCount: number, cells: Cells): CompressedRows {
  const all = Uint32Array.from({ length: cells.count }, (_, cell) => cell).filter(
    (cell) => cells.row(cell) >= 0 && cells.column(cell) >= 0 && cells.value(cell) !== 0,
  )
  const ordered = sortInto(sortInto(all, columnCount, cells.column), rowCount, cells.row)
  const offsets = new Uint32Array(rowCount + 1)
  const columns = new Uint32Array(ordered.length)
  const values = new Float32Array(ordered.length)
  let size = 0
  let last = -1
  for (const cell of ordered) {
    const [row, column] = [cells.row(cell), cells.column(cell)]
    if (row !== last || columns[size - 1] !== column) columns[size++] = column
    values[size - 1]! += cells.value(cell)
    offsets[row + 1] = size
    last = row
  }
  for (let row = 0; row < rowCount; row++) offsets[row + 1] = Math.max(offsets[row]!, offsets[row + 1]!)
  return { rowCount, columnCount, offsets, columns: columns.slice(0, size), values: values.slice(0, size) }
}

/** Counting sort, stable. */
function sortInto(cells: Uint32Array, groupCount: number, groupOf: (cell: number) => number): Uint32Array {
  const cursor = new Uint32Array(groupCount + 1)
  for (const cell of cells) cursor[groupOf(cell) + 1]!++
  for (let group = 0; group < groupCount; group++) cursor[group + 1]! += cursor[group]!
  const sorted = new Uint32Array(cells.length)
  for (const cell of cells) sorted[cursor[groupOf(cell)]!++] = cell
  return sorted
}
