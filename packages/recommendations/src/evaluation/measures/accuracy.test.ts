import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ndcgAt, recallAt } from './accuracy.js'

const listOf = (...items: number[]): Uint32Array => Uint32Array.from(items)
const permutation = fc.integer({ min: 1, max: 25 }).chain((size) => fc.shuffledSubarray([...Array(size).keys()], { minLength: size, maxLength: size }))
/** A ranking of all items, some of which are to be guessed, and a length. */
const cases = permutation.chain((items) =>
  fc.record({
    list: fc.constant(Uint32Array.from(items)),
    relevant: fc.subarray(items, { minLength: 1 }).map((some) => new Set(some)),
    k: fc.integer({ min: 1, max: 30 }),
  }),
)

describe('recall', () => {
  it('is the share of the items to be guessed that are in the first k', () => {
    expect(recallAt(listOf(7, 3, 9, 1), new Set([3, 1, 8, 5]), 2)).toBe(0.25)
    expect(recallAt(listOf(7, 3, 9, 1), new Set([3, 1, 8, 5]), 10)).toBe(0.5)
    expect(recallAt(listOf(), new Set([3]), 10)).toBe(0)
  })

  it('lies in 0 to 1, never falls with k, and is 1 when everything is listed', () => {
    fc.assert(
      fc.property(cases, ({ list, relevant, k }) => {
        const value = recallAt(list, relevant, k)
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(recallAt(list, relevant, k + 1))
        expect(recallAt(list, relevant, list.length)).toBe(1)
      }),
    )
  })
})

describe('nDCG', () => {
  it('discounts a hit by log2(place + 1), over what min(k, items to be guessed) could gain', () => {
    // hits at places 2 and 4; three to be guessed
    const ideal = 1 + 1 / Math.log2(3) + 1 / 2
    expect(ndcgAt(listOf(7, 3, 9, 1), new Set([3, 1, 8]), 4)).toBeCloseTo((1 / Math.log2(3) + 1 / Math.log2(5)) / ideal, 14)
    // only the first two places count, so only two can be gained
    expect(ndcgAt(listOf(7, 3, 9, 1), new Set([3, 1, 8]), 2)).toBeCloseTo(1 / Math.log2(3) / (1 + 1 / Math.log2(3)), 14)
    expect(ndcgAt(listOf(1, 2), new Set([3]), 2)).toBe(0)
  })

  it('lies in 0 to 1, and is 1 for a perfect ranking', () => {
    fc.assert(
      fc.property(cases, ({ list, relevant, k }) => {
        const value = ndcgAt(list, relevant, k)
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1 + 1e-12)
        const perfect = Uint32Array.from([...relevant, ...list.filter((item) => !relevant.has(item))])
        expect(ndcgAt(perfect, relevant, k)).toBeCloseTo(1, 12)
      }),
    )
  })

  it('rises when a hit moves up, and does not change when items of the same kind change places', () => {
    fc.assert(
      fc.property(cases, fc.nat(30), fc.nat(30), ({ list, relevant, k }, first, second) => {
        const [upper, lower] = [Math.min(first, second) % list.length, Math.max(first, second) % list.length].toSorted((a, b) => a - b) as [number, number]
        const swapped = list.slice()
        swapped[upper] = list[lower]!
        swapped[lower] = list[upper]!
        const gain = ndcgAt(swapped, relevant, k) - ndcgAt(list, relevant, k)
        const [isHit, wasHit] = [relevant.has(swapped[upper]!), relevant.has(list[upper]!)]
        const expected = upper >= k ? 0 : Number(isHit) - Number(wasHit)
        expect(Math.sign(Math.abs(gain) < 1e-12 ? 0 : gain)).toBe(expected)
      }),
    )
  })

  it('looks at nothing behind k', () => {
    fc.assert(
      fc.property(cases, ({ list, relevant, k }) => {
        expect(ndcgAt(list.slice(0, k), relevant, k)).toBe(ndcgAt(list, relevant, k))
      }),
    )
  })
})
