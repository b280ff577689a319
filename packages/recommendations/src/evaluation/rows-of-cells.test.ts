import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { forEachInRow, type CompressedRows } from '../model/compressed-rows.js'
import { rowsOfCells } from './rows-of-cells.js'

type Cell = readonly [row: number, column: number, value: number]
const cells = fc.array(fc.tuple(fc.integer({ min: -1, max: 5 }), fc.integer({ min: -1, max: 7 }), fc.integer({ min: 0, max: 9 })), { maxLength: 60 })
const build = (list: readonly Cell[]): CompressedRows =>
  rowsOfCells(6, 8, { count: list.length, row: (cell) => list[cell]![0], column: (cell) => list[cell]![1], value: (cell) => list[cell]![2] })

it('holds the sums of the cells, columns in order, and nothing from outside', () => {
  fc.assert(
    fc.property(cells, (list) => {
      const matrix = build(list)
      const expected = Array.from({ length: 6 }, () => Array<number>(8).fill(0))
      for (const [row, column, value] of list) if (row >= 0 && column >= 0) expected[row]![column]! += value
      for (let row = 0; row < 6; row++) {
        const found = Array<number>(8).fill(0)
        const columns: number[] = []
        forEachInRow(matrix, row, (column, value) => {
          found[column] = value
          columns.push(column)
        })
        expect(found).toEqual(expected[row])
        expect(columns).toEqual([...new Set(columns)].toSorted((left, right) => left - right))
      }
    }),
  )
})

it('does not depend on the order of the cells', () => {
  fc.assert(fc.property(cells, (list) => void expect(build(list.toReversed())).toEqual(build(list))))
})
