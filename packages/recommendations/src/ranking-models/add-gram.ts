import { columnsOf, type CompressedRows } from '../model/compressed-rows.js'
import { valuesOf } from './map-values.js'
import type { SquareMatrix } from './square-matrix.js'
import type { WorkPace } from './work-pace.js'

/** Adds scale x R'R: how often two columns come together in a row. */
export async function addGram({ width, cells }: SquareMatrix, rows: CompressedRows, scale: number, pace: WorkPace): Promise<void> {
  for (let row = 0; row < rows.rowCount; row++) {
    const columns = columnsOf(rows, row)
    const values = valuesOf(rows, row)
    for (let place = 0; place < columns.length; place++) {
      const at = columns[place]! * width
      const value = scale * values[place]!
      for (let other = 0; other < columns.length; other++) cells[at + columns[other]!]! += value * values[other]!
    }
    await pace.reach((row + 1) / rows.rowCount)
  }
}
