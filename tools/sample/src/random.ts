import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Seeded choices. Integers and divisions only, so that every machine draws the same. */
export interface Random {
  /** Uniform, both ends included. */
  integer(from: number, to: number): number
  /** True in `percent` of 100 draws. */
  chance(percent: number): boolean
  pick<T>(items: readonly T[]): T
  /** Draws in proportion to whole, non-negative weights of which one is positive. */
  weighted<T>(items: readonly T[], weight: (item: T) => number): T
  /** A copy in random order. */
  shuffled<T>(items: readonly T[]): T[]
}

export function createRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed)
  const integer = (from: number, to: number): number => uniformInt(generator, from, to)
  return {
    integer,
    chance: (percent) => integer(1, 100) <= percent,
    pick: (items) => at(items, integer(0, items.length - 1)),
    weighted(items, weight) {
      let total = 0
      for (const item of items) total += weight(item)
      let left = integer(1, total)
      return at(
        items,
        items.findIndex((item) => (left -= weight(item)) <= 0),
      )
    },
    shuffled(items) {
      const copy = [...items]
      for (let last = copy.length - 1; last > 0; last--) {
        const other = integer(0, last)
        const held = at(copy, last)
        copy[last] = at(copy, other)
        copy[other] = held
      }
      return copy
    },
  }
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index]
  if (item === undefined) throw new RangeError(`nothing to draw at ${index} of ${items.length}`)
  return item
}
