import { array, assert, double, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BestFew } from './best-few.js'
import { openItemScan } from './item-scan.js'

/** Every product, in double precision, and a sort. */
function slowly(factors: Float32Array | Float64Array, dimensions: number, query: Float64Array, allowed: Uint8Array, count: number) {
  const scored = Array.from({ length: factors.length / dimensions }, (_, item) => ({
    item,
    score: query.reduce((sum, value, k) => sum + factors[item * dimensions + k]! * value, 0),
  }))
  return scored
    .filter(({ item }) => allowed[item] === 1)
    .toSorted((a, b) => b.score - a.score || a.item - b.item)
    .slice(0, count)
}

const number = double({ min: -100, max: 100, noNaN: true })

describe('a scan', () => {
  it('finds exactly what all products and a sort find, whatever is filtered', () => {
    assert(
      property(
        integer({ min: 1, max: 70 }),
        integer({ min: 0, max: 40 }),
        integer({ min: 0, max: 50 }),
        array(number, { minLength: 70, maxLength: 300 }),
        (dimensions, items, count, pool) => {
          // Values repeat, so that there are ties.
          const factors = Float64Array.from({ length: items * dimensions }, (_, index) => pool[(index * 7) % pool.length]!)
          const query = Float64Array.from({ length: dimensions }, (_, index) => pool[(index * 3) % pool.length]!)
          const allowed = Uint8Array.from({ length: items }, (_, item) => Number(pool[item % pool.length]! > -20))
          expect(openItemScan(factors, dimensions).best(query, allowed, count)).toEqual(slowly(factors, dimensions, query, allowed, count))
        },
      ),
    )
  })

  it('tells apart what single precision cannot', () => {
    const factors = Float64Array.from({ length: 64 * 10_000 }, (_, index) => 1 + ((Math.floor(index / 64) * 7919) % 10_000) * 1e-12)
    const query = new Float64Array(64).fill(1)
    const allowed = new Uint8Array(10_000).fill(1)
    expect(new Set(Float32Array.from(factors)).size).toBe(1)
    expect(openItemScan(factors, 64).best(query, allowed, 5)).toEqual(slowly(factors, 64, query, allowed, 5))
  })

  it('answers for one query after another, over more than one block', () => {
    const factors = Float32Array.from({ length: 20 * 9_000 }, (_, index) => Math.sin(index * 12.9898) * 43.75)
    const scan = openItemScan(factors, 20)
    for (const shift of [0, 1, 2]) {
      const query = Float64Array.from({ length: 20 }, (_, k) => Math.cos(k + shift))
      const allowed = Uint8Array.from({ length: 9_000 }, (_, item) => Number(item % (shift + 2) === 0))
      expect(scan.best(query, allowed, 50)).toEqual(slowly(factors, 20, query, allowed, 50))
    }
  })

  it('of which nothing is allowed finds nothing; a filter for another catalogue is refused', () => {
    const scan = openItemScan(new Float32Array(64 * 5), 64)
    expect(scan.best(new Float64Array(64), new Uint8Array(5), 3)).toEqual([])
    expect(() => scan.best(new Float64Array(64), new Uint8Array(4), 3)).toThrow(RangeError)
  })
})

describe('the best few', () => {
  it('are those of a sort', () => {
    assert(
      property(array(integer({ min: -5, max: 5 })), integer({ min: 0, max: 10 }), (scores, count) => {
        const best = new BestFew(count)
        scores.forEach((score, item) => best.offer(item, score))
        const all = scores.map((score, item) => ({ item, score }))
        expect(best.toSorted()).toEqual(all.toSorted((a, b) => b.score - a.score || a.item - b.item).slice(0, count))
      }),
    )
  })
})
