import { createHash } from 'node:crypto'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

export interface SeededChance {
  readonly random: () => number
  readonly chanceOf: (item: number) => number
}

/** Chance that repeats: the same seed gives the same draws, and each item its own number whoever else is drawn. */
export function seededChance(seed: number): SeededChance {
  const generator = xoroshiro128plus(seed)
  const random = () => uniformFloat64(generator)
  const key = Math.floor(random() * 2 ** 32)
  return { random, chanceOf: (item) => mix(item, key) }
}

/** The finaliser of MurmurHash3 (Appleby 2011) over item and key, as a number in [0, 1). */
function mix(item: number, key: number): number {
  let hash = Math.imul(item + 1, 0x9e3779b1) ^ key
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

/** A seed from words: what the same listener gets until the data change. */
export const seedOf = (...parts: readonly string[]): number => createHash('sha256').update(parts.join('\u001F')).digest().readInt32BE(0)
