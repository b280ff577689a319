import { audienceStep } from '../audience-step.js'
import type { StageContext } from '../stage.js'

/** How much the audience of an item says against chance when a few of many items of one creator or release are picked. */
const AUDIENCE_SHARE = 0.75

/** The best few of the items that may be suggested: what has an audience comes a little earlier, chance does the rest. `last`: those that come last of all. */
export function pickItems(context: StageContext, items: Iterable<number>, count: number, order: 'first' | 'last' = 'first'): readonly number[] {
  const { itemListenerCount } = context.snapshot.audience
  // In steps, and nothing below ten: which track is chosen tells nobody what one listener played.
  const audienceOf = (item: number) => audienceStep(itemListenerCount[item]!)
  const eligible = [...items].filter((item) => context.eligibility[item] === 1)
  const most = Math.log1p(eligible.reduce((highest, item) => Math.max(highest, audienceOf(item)), 1))
  const merit = (item: number) => (AUDIENCE_SHARE * Math.log1p(audienceOf(item))) / most + (1 - AUDIENCE_SHARE) * context.chanceOf(item)
  const sign = order === 'first' ? 1 : -1
  return eligible
    .map((item) => ({ item, merit: merit(item) }))
    .toSorted((a, b) => sign * (b.merit - a.merit || a.item - b.item))
    .slice(0, count)
    .map(({ item }) => item)
}
