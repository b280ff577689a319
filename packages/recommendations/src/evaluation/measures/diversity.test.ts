import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { addTriplet, compressRows, emptyTriplets, type CompressedRows } from '../../model/compressed-rows.js'
import { Diversity } from './diversity.js'

function rowsOf(rows: readonly (readonly number[])[]): CompressedRows {
  const triplets = emptyTriplets()
  for (const [row, values] of rows.entries()) for (const [column, value] of values.entries()) if (value > 0) addTriplet(triplets, row, column, value)
  return compressRows(rows.length, rows[0]?.length ?? 0, triplets)
}

const cosine = (left: readonly number[], right: readonly number[]): number =>
  left.reduce((sum, value, column) => sum + value * right[column]!, 0) / (Math.hypot(...left) * Math.hypot(...right))

/** By the definition: all pairs. */
function pairwise(rows: readonly (readonly number[])[]): number {
  const known = rows.filter((row) => row.some((value) => value > 0))
  const pairs = known.flatMap((left, place) => known.slice(place + 1).map((right) => cosine(left, right)))
  return 1 - pairs.reduce((sum, each) => sum + each, 0) / pairs.length
}

const all = (count: number): Uint32Array => Uint32Array.from({ length: count }, (_, item) => item)

it('is 0 for the same thing again and again, 1 for things that have nothing in common', () => {
  const diversity = new Diversity(
    rowsOf([
      [2, 0, 0],
      [5, 0, 0],
      [0, 3, 0],
      [0, 0, 1],
    ]),
  )
  expect(diversity.at(Uint32Array.of(0, 1), 10)).toBeCloseTo(0, 12)
  expect(diversity.at(Uint32Array.of(0, 2, 3), 10)).toBeCloseTo(1, 12)
  // pairs: same, nothing, nothing
  expect(diversity.at(Uint32Array.of(0, 1, 2), 10)).toBeCloseTo(2 / 3, 12)
  expect(diversity.at(Uint32Array.of(0, 2, 1), 2)).toBeCloseTo(1, 12)
})

it('does not compare what nothing is known of', () => {
  const diversity = new Diversity(
    rowsOf([
      [1, 1],
      [0, 0],
      [1, 0],
    ]),
  )
  expect(diversity.at(Uint32Array.of(0, 1, 2), 10)).toBeCloseTo(1 - Math.SQRT1_2, 12)
  expect(diversity.at(Uint32Array.of(0, 1), 10)).toBeNaN()
  expect(diversity.at(new Uint32Array(0), 10)).toBeNaN()
})

it('equals the mean over all pairs, whatever was measured before', () => {
  const matrix = fc.array(fc.array(fc.nat(5), { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 12 })
  fc.assert(
    fc.property(matrix, (rows) => {
      fc.pre(rows.filter((row) => row.some((value) => value > 0)).length > 1)
      const diversity = new Diversity(rowsOf(rows))
      diversity.at(all(rows.length).toReversed(), 3)
      expect(diversity.at(all(rows.length), rows.length)).toBeCloseTo(pairwise(rows), 6)
      expect(diversity.at(all(rows.length).toReversed(), rows.length)).toBeCloseTo(pairwise(rows), 6)
    }),
  )
})
