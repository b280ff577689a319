import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimateAround, estimateMeans, estimateRatio, resample } from './bootstrap.js'

const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 })
const estimate = (column: readonly number[], seed = 1) => estimateMeans([Float64Array.from(column)], column.length, seed)[0]!

describe('means', () => {
  it('lie in their interval, and the interval among the values', () => {
    fc.assert(
      fc.property(values, (column) => {
        const { mean, low, high } = estimate(column)!
        expect(mean).toBeCloseTo(column.reduce((sum, value) => sum + value, 0) / column.length, 12)
        expect(low).toBeLessThanOrEqual(mean)
        expect(high).toBeGreaterThanOrEqual(mean)
        expect(low).toBeGreaterThanOrEqual(Math.min(...column) - 1e-12)
        expect(high).toBeLessThanOrEqual(Math.max(...column) + 1e-12)
      }),
      { numRuns: 30 },
    )
  })

  it('have an interval as wide as 3.92 standard errors, roughly', () => {
    const column = Array.from({ length: 400 }, (_, listener) => (listener % 5 === 0 ? 1 : 0))
    const { mean, low, high } = estimate(column)!
    expect(mean).toBeCloseTo(0.2, 12)
    expect((high - low) / (3.92 * Math.sqrt((0.2 * 0.8) / 400))).toBeGreaterThan(0.85)
    expect((high - low) / (3.92 * Math.sqrt((0.2 * 0.8) / 400))).toBeLessThan(1.15)
  })

  it('are the same for the same seed', () => {
    const column = [0.1, 0.9, 0.4, 0.7, 0.2]
    expect(estimate(column)).toEqual(estimate(column))
    expect([estimate(column)!.low, estimate(column)!.high]).not.toEqual([estimate(column, 2)!.low, estimate(column, 2)!.high])
  })

  it('leave out listeners of whom nothing is known, and are null where that is everybody', () => {
    expect(estimate([0.5, Number.NaN, 0.5])).toEqual({ mean: 0.5, low: 0.5, high: 0.5 })
    expect(estimate([Number.NaN, Number.NaN])).toBeNull()
  })
})

it('draws as many listeners as there are, from all of them', () => {
  const seen = new Set<number>()
  resample(4, 1, 50, (drawn) => {
    expect(drawn).toHaveLength(4)
    for (const listener of drawn) seen.add(listener)
  })
  expect([...seen].toSorted()).toEqual([0, 1, 2, 3])
})

it('puts an interval around a value that is no mean, and keeps it in its bounds', () => {
  const { mean, low, high } = estimateAround(0.5, [0.3, 0.5, 0.7], 0, 1)
  expect(mean).toBe(0.5)
  expect(high - 0.5).toBeCloseTo(1.959964 * 0.2, 6)
  expect(0.5 - low).toBeCloseTo(1.959964 * 0.2, 6)
  expect(estimateAround(0.99, [0.8, 0.99], 0, 1).high).toBe(1)
})

const ratio = (of: readonly number[], to: readonly number[]) => estimateRatio(Float64Array.from(of), Float64Array.from(to), 1)

describe('ratios of two means', () => {
  it('are of the same listeners: where everybody has half as much, the interval is a point', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.1, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 }), (column) => {
        const { mean, low, high } = ratio(
          column.map((value) => value / 2),
          column,
        )!
        for (const value of [mean, low, high]) expect(value).toBeCloseTo(0.5, 12)
      }),
      { numRuns: 20 },
    )
  })

  it('by hand: of sums, not of shares; who is not known on either side is left out; nothing to divide by is null', () => {
    expect(ratio([1, 0, Number.NaN, 4], [1, 3, 9, Number.NaN])!.mean).toBe(0.25)
    expect(ratio([1, 2], [0, 0])).toBeNull()
    expect(ratio([Number.NaN], [1])).toBeNull()
  })
})
