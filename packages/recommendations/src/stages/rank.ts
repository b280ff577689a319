import type { ReasonCode } from '../reason.js'
import type { Stage } from '../stage.js'
import { isReason, type Contribution, type Suggestion } from '../suggestion.js'
import { noveltyOf } from './novelty.js'

/** What a signal is worth when the listener wants what they know (`familiar`) and when they want to be surprised (`adventurous`). */
interface Weight {
  readonly familiar: number
  readonly adventurous: number
}

export interface RankNumbers {
  readonly weights: Partial<Record<ReasonCode, Weight>>
  /** What distance from the known is worth; negative where the familiar is wanted. */
  readonly novelty: Weight
  /** What chance is worth: enough to vary what is otherwise equal. */
  readonly chance: number
}

/** Scores each suggestion by the plain sum of its contributions, so that every reason's share is exact, and sorts by it. */
export const rank =
  (numbers: RankNumbers): Stage =>
  async (suggestions, context) => {
    const at = ({ familiar, adventurous }: Weight) => familiar + (adventurous - familiar) * context.adventurousness
    const ranked = suggestions.map((suggestion): Suggestion => {
      const item = context.snapshot.catalogue.items.numberOf(suggestion.itemId)!
      const novelty = noveltyOf(item, context)
      const chance = context.chanceOf(item)
      const contributions: Contribution[] = suggestion.contributions.map((contribution) => {
        const weight = isReason(contribution) ? numbers.weights[contribution.code] : undefined
        return { ...contribution, value: weight === undefined ? 0 : contribution.signal * at(weight) }
      })
      contributions.push({ code: 'novelty', signal: novelty, value: novelty * at(numbers.novelty), basis: {} })
      contributions.push(...(context.boostsOf?.(item) ?? []))
      contributions.push({ code: 'chance', signal: chance, value: chance * numbers.chance, basis: {} })
      return {
        ...suggestion,
        novelty,
        score: contributions.reduce((sum, { value }) => sum + value, 0),
        contributions: contributions.toSorted((a, b) => b.value - a.value || (a.code < b.code ? -1 : 1)),
      }
    })
    // What no reason speaks for is not suggested, however new it is.
    const wanted = ranked.filter(({ contributions }) => contributions.some((contribution) => isReason(contribution) && contribution.value > 0))
    return wanted.toSorted((a, b) => b.score - a.score || (a.itemId < b.itemId ? -1 : 1))
  }
