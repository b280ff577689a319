import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addTriplet, columnsOf, compressRows, emptyTriplets, forEachInRow, rowLength, transpose, type CompressedRows } from './compressed-rows.js'

const entriesOf = (matrix: CompressedRows) => {
  const entries: string[] = []
  for (let row = 0; row < matrix.rowCount; row++) forEachInRow(matrix, row, (column, value) => entries.push(`${row} ${column} ${value}`))
  return entries.toSorted()
}

test('rows keep their entries, whatever order these came in', () => {
  const triplets = emptyTriplets()
  addTriplet(triplets, 2, 0, 5)
  addTriplet(triplets, 0, 1, 3)
  addTriplet(triplets, 2, 1, 7)
  const matrix = compressRows(3, 2, triplets)
  expect(entriesOf(matrix)).toEqual(['0 1 3', '2 0 5', '2 1 7'])
  expect([...columnsOf(matrix, 2)]).toEqual([0, 1])
  expect(rowLength(matrix, 1)).toBe(0)
})

test('transposing twice changes nothing', () => {
  const cell = fc.tuple(fc.nat(9), fc.nat(6), fc.integer({ min: 1, max: 100 }))
  fc.assert(
    fc.property(fc.uniqueArray(cell, { selector: ([row, column]) => row * 7 + column }), (cells) => {
      const triplets = emptyTriplets()
      for (const [row, column, value] of cells) addTriplet(triplets, row, column, value)
      const matrix = compressRows(10, 7, triplets)
      expect(entriesOf(matrix)).toEqual(cells.map((entry) => entry.join(' ')).toSorted())
      expect(entriesOf(transpose(transpose(matrix)))).toEqual(entriesOf(matrix))
    }),
  )
})
