import { describe, expect, it } from 'vitest'
import { keepColumns, mostPlayed } from './most-played.js'

describe('mostPlayed', () => {
  it('takes the lower number of equals and answers in rising order', () => {
    expect([...mostPlayed(Float64Array.of(1, 5, 3, 3, 9, 3), 4)]).toEqual([1, 2, 3, 4])
    expect([...mostPlayed(Float64Array.of(1, 5), 4)]).toEqual([0, 1])
  })
})

describe('keepColumns', () => {
  it('numbers the columns that are kept anew', () => {
    const rows = { rowCount: 2, columnCount: 4, offsets: Uint32Array.of(0, 3, 4), columns: Uint32Array.of(0, 1, 3, 0), values: Float32Array.of(5, 6, 7, 8) }
    const kept = keepColumns(rows, Uint32Array.of(1, 3))
    expect(kept).toEqual({ rowCount: 2, columnCount: 2, offsets: Uint32Array.of(0, 2, 2), columns: Uint32Array.of(0, 1), values: Float32Array.of(6, 7) })
    expect(keepColumns(rows, Uint32Array.of(0, 1, 2, 3))).toBe(rows)
  })
})
