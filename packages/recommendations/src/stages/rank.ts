import { feedbackOn } from '../profile/feedback-affinity.js'
import type { ReasonCode } from '../reason.js'
import type { Stage } from '../stage.js'
import { isReason, type Contribution, type Suggestion } from '../suggestion.js'
import { between, type Dial } from './dial.js'
import { episodeFit } from './episode-fit.js'
import { noveltyOf } from './novelty.js'

export interface RankNumbers {
  /** What each signal is worth when the listener wants what they know and when they want to be surprised. */
  readonly weights: Partial<Record<ReasonCode, Dial>>
  /** What distance from the known is worth; negative where the familiar is wanted. */
  readonly novelty: Dial
  /** What skips, saves and plays of earlier recommendations are worth. Left out: 0.6. */
  readonly feedback?: number
  /** Of episodes: what a fitting length is worth, and what a language that the listener does not follow costs. Left out: they do not matter. */
  readonly fit?: { readonly length: number; readonly language: number }
  /** What chance is worth: enough to vary what is otherwise equal. */
  readonly chance: number
}

const FEEDBACK = 0.6

/** A stage that says what it weighs signals with, so that others can check it. */
export interface RankStage extends Stage {
  readonly numbers: RankNumbers
}

export const isRankStage = (stage: Stage): stage is RankStage => 'numbers' in stage

/** What one unit of a signal is worth. */
export function weightOf(name: string, { weights, novelty, feedback, fit, chance }: RankNumbers, adventurousness: number): number {
  const others = {
    novelty: between(novelty, adventurousness),
    feedback: feedback ?? FEEDBACK,
    length: fit?.length ?? 0,
    language: -(fit?.language ?? 0),
    chance,
  }
  const dial = weights[name as ReasonCode]
  return dial === undefined ? (others[name as keyof typeof others] ?? 0) : between(dial, adventurousness)
}

/** Scores each suggestion by the plain sum of its contributions, so that every reason's share is exact, and sorts by it. */
export const rank = (numbers: RankNumbers): RankStage => Object.assign(rankBy(numbers), { numbers })

const rankBy =
  (numbers: RankNumbers): Stage =>
  async (suggestions, context) => {
    const at = (weight: Dial) => between(weight, context.adventurousness)
    const { snapshot, profile } = context
    const fitOf = numbers.fit === undefined ? null : episodeFit(context)
    const ranked = suggestions.map((suggestion): Suggestion => {
      const item = snapshot.catalogue.items.numberOf(suggestion.itemId)!
      const novelty = noveltyOf(item, context)
      const chance = context.chanceOf(item)
      const contributions: Contribution[] = suggestion.contributions.map((contribution) => {
        const weight = isReason(contribution) ? numbers.weights[contribution.code] : undefined
        return { ...contribution, value: weight === undefined ? 0 : contribution.signal * at(weight) }
      })
      contributions.push({ code: 'novelty', signal: novelty, value: novelty * at(numbers.novelty), basis: {} })
      const feedback = feedbackOn(snapshot, profile.feedback, item)
      if (feedback !== 0) contributions.push({ code: 'feedback', signal: feedback, value: feedback * (numbers.feedback ?? FEEDBACK), basis: {} })
      if (numbers.fit !== undefined && fitOf !== null && item >= snapshot.catalogue.trackCount) {
        const { length, language } = fitOf(item)
        if (length !== null) contributions.push({ code: 'length', signal: length, value: length * numbers.fit.length, basis: {} })
        if (language === false) contributions.push({ code: 'language', signal: 1, value: -numbers.fit.language, basis: {} })
      }
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
