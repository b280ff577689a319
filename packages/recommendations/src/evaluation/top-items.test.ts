import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { topItems } from './top-items.js'

it('is what sorting gives: by score, ties to the lower number, without what is out', () => {
  const score = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY))
  fc.assert(
    fc.property(fc.array(fc.tuple(score, fc.boolean()), { maxLength: 60 }), fc.integer({ min: 1, max: 70 }), (items, length) => {
      const scores = Float64Array.from(items, ([value]) => value)
      const sorted = [...items.keys()]
        .filter((item) => !items[item]![1])
        .toSorted((left, right) => (scores[left] === scores[right] ? left - right : scores[right]! - scores[left]!))
      expect([
        ...topItems(
          scores,
          Uint8Array.from(items, ([, isOut]) => Number(isOut)),
          length,
        ),
      ]).toEqual(sorted.slice(0, length))
    }),
    { numRuns: 500 },
  )
})
