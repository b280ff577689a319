import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverageOf, exposureOf, giniOf } from './exposure.js'

const exposures = fc.array(fc.nat(50), { minLength: 1, maxLength: 40 }).filter((times) => times.some((each) => each > 0))
const gini = (times: readonly number[]): number => giniOf(Uint32Array.from(times))

describe('exposure', () => {
  it('counts the first k of each list', () => {
    const lists = [Uint32Array.from([0, 1, 4]), Uint32Array.from([1, 0, 3]), Uint32Array.from([])]
    expect([...exposureOf(lists, 2, 5)]).toEqual([2, 2, 0, 0, 0])
    expect([...exposureOf(lists, 3, 5)]).toEqual([2, 2, 0, 1, 1])
  })

  it('covers what anybody was shown', () => {
    expect(coverageOf(Uint32Array.from([2, 2, 0, 1, 1]))).toEqual({ items: 4, share: 0.8 })
    expect(coverageOf(Uint32Array.from([0, 0]))).toEqual({ items: 0, share: 0 })
  })
})

describe('the Gini coefficient', () => {
  it('is as computed by hand', () => {
    // sorted 0 1 1 2, weights -3 -1 1 3: (0 - 1 + 1 + 6) / (4 * 4)
    expect(gini([1, 2, 0, 1])).toBeCloseTo(6 / 16, 14)
    expect(gini([0, 0, 0, 9])).toBeCloseTo(3 / 4, 14)
    expect(gini([0, 0])).toBeNaN()
  })

  it('is 0 where all are shown equally often', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 99 }),
        (items, times) => void expect(gini(Array(items).fill(times))).toBeCloseTo(0, 12),
      ),
    )
  })

  it('lies in 0 to (n - 1) / n, and depends neither on which items they are nor on how many lists there are', () => {
    fc.assert(
      fc.property(exposures, fc.integer({ min: 2, max: 5 }), (times, factor) => {
        expect(gini(times)).toBeGreaterThanOrEqual(-1e-12)
        expect(gini(times)).toBeLessThanOrEqual((times.length - 1) / times.length + 1e-12)
        expect(gini(times.toReversed())).toBe(gini(times))
        expect(gini(times.map((each) => each * factor))).toBeCloseTo(gini(times), 12)
      }),
    )
  })

  it('is half of the mean difference of all pairs over the mean', () => {
    fc.assert(
      fc.property(exposures, (times) => {
        const mean = times.reduce((sum, each) => sum + each, 0) / times.length
        const difference = times.flatMap((left) => times.map((right) => Math.abs(left - right))).reduce((sum, each) => sum + each, 0) / times.length ** 2
        expect(gini(times)).toBeCloseTo(difference / (2 * mean), 10)
      }),
    )
  })

  it('falls when somebody who is shown much gives to somebody who is shown less', () => {
    fc.assert(
      fc.property(exposures, (times) => {
        const [most, least] = [times.indexOf(Math.max(...times)), times.indexOf(Math.min(...times))]
        fc.pre(times[most]! - times[least]! > 1)
        const given = times.with(most, times[most]! - 1).with(least, times[least]! + 1)
        expect(gini(given)).toBeLessThan(gini(times))
      }),
    )
  })
})
