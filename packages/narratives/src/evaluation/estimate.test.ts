import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureAgreement } from './agreement.js'
import { meanOf, quantileOf, shareOf } from './estimate.js'

describe('a share', () => {
  it('has the interval of Wilson', () => {
    const eight = shareOf(8, 10)
    expect([eight.share, eight.low, eight.high].map((value) => value?.toFixed(3))).toEqual(['0.800', '0.490', '0.943'])
    const none = shareOf(0, 10)
    expect([none.share, none.low, none.high].map((value) => value?.toFixed(3))).toEqual(['0.000', '0.000', '0.278'])
  })

  it('of nothing is unknown, not zero', () => {
    expect(shareOf(0, 0)).toEqual({ count: 0, of: 0, share: null, low: null, high: null })
  })

  it('lies between 0 and 1, inside its interval', () => {
    const counted = fc.tuple(fc.nat(500), fc.nat(500)).map(([count, rest]) => [count, count + rest + 1] as const)
    fc.assert(
      fc.property(counted, ([count, of]) => {
        const { share, low, high } = shareOf(count, of)
        expect([0, low, share, high, 1].map(Number)).toEqual([0, low, share, high, 1].map(Number).toSorted((left, right) => left - right))
      }),
    )
  })
})

describe('a mean', () => {
  it('is inside its interval, and the interval inside the values', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 }), (values) => {
        const { mean, low, high } = meanOf(values)
        expect(low).toBeLessThanOrEqual(mean as number)
        expect(high).toBeGreaterThanOrEqual(mean as number)
        expect(low).toBeGreaterThanOrEqual(Math.min(...values) - 1e-6)
        expect(high).toBeLessThanOrEqual(Math.max(...values) + 1e-6)
      }),
      { numRuns: 25 },
    )
  })

  it('is the same at every reading, and surer with more values', () => {
    const few = meanOf([1, 2, 3, 4])
    expect(meanOf([1, 2, 3, 4])).toEqual(few)
    const many = meanOf(Array.from({ length: 50 }, () => [1, 2, 3, 4]).flat())
    expect(many.mean).toBe(2.5)
    expect((many.high as number) - (many.low as number)).toBeLessThan(((few.high as number) - (few.low as number)) / 3)
  })

  it('of nothing is unknown', () => {
    expect(meanOf([])).toEqual({ n: 0, mean: null, low: null, high: null })
    expect(quantileOf([], 0.5)).toBeNull()
  })
})

it('a quantile is a value that was measured', () => {
  const values = [50, 10, 40, 20, 30]
  expect([quantileOf(values, 0), quantileOf(values, 0.5), quantileOf(values, 0.95), quantileOf(values, 1)]).toEqual([10, 30, 50, 50])
})

describe('agreement', () => {
  it.each([
    [
      'the same scores',
      [
        [1, 1],
        [2, 2],
        [3, 3],
      ],
      1,
      1,
    ],
    [
      'the opposite',
      [
        [1, 3],
        [2, 2],
        [3, 1],
      ],
      -1,
      1 / 3,
    ],
    [
      'always three',
      [
        [1, 3],
        [3, 3],
        [5, 3],
      ],
      0,
      1 / 3,
    ],
    // observed 1 + 0 + 0 + 1 = 2; expected 2 * (1 + 0 + 9 + 16) + 2 * (4 + 9 + 0 + 1) = 80, over four pairs
    [
      'off by one',
      [
        [1, 2],
        [1, 1],
        [4, 4],
        [4, 5],
      ],
      1 - (2 * 4) / 80,
      0.5,
    ],
  ] as const)('%s', (_, pairs, kappa, exact) => {
    const agreement = measureAgreement(pairs)
    expect(agreement.weightedKappa).toBeCloseTo(kappa, 10)
    expect(agreement.exact.share).toBeCloseTo(exact, 10)
  })

  it('is unknown where nobody ever says anything else', () => {
    expect(
      measureAgreement([
        [3, 3],
        [3, 3],
      ]).weightedKappa,
    ).toBeNull()
    expect(measureAgreement([]).weightedKappa).toBeNull()
  })
})
