import type { StageContext } from '../stage.js'
import { noveltyOf } from '../stages/novelty.js'

/** The mean of `noveltyOf`; 0 for an empty list. */
export const meanNovelty = (items: readonly number[], context: StageContext): number =>
  items.length === 0 ? 0 : items.reduce((sum, item) => sum + noveltyOf(item, context), 0) / items.length

/**
 * The control of the dial: random items that might have been suggested take random places of a list, one after the other, until its mean novelty is as near
 * to the one wanted as such a list can be.
 */
export function mixInRandom(list: readonly number[], wanted: number, context: StageContext, random: () => number): readonly number[] {
  const pool = [...context.eligibility.keys()].filter((item) => context.eligibility[item] === 1 && !list.includes(item))
  const places = list.map((_, place) => ({ place, drawn: random() })).toSorted((a, b) => a.drawn - b.drawn)
  let mixed = list
  let novelty = meanNovelty(list, context)
  for (const { place } of places) {
    if (novelty >= wanted || pool.length === 0) break
    const [drawn] = pool.splice(Math.floor(random() * pool.length), 1)
    const next = mixed.with(place, drawn!)
    const nextNovelty = meanNovelty(next, context)
    if (Math.abs(nextNovelty - wanted) > Math.abs(novelty - wanted)) break
    mixed = next
    novelty = nextNovelty
  }
  return mixed
}
