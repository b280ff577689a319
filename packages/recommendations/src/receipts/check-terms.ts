import type { BoostRule } from '../boost.js'
import type { Recipe } from '../recipe.js'
import { isRankStage, weightOf } from '../stages/rank.js'
import { isSignalName } from '../suggestion.js'
import type { Receipt } from './receipt.js'

/** Sums are of a few dozen terms at most. */
const ROUNDING = 1e-9

export const isAbout = (one: number, other: number): boolean => Math.abs(one - other) <= ROUNDING * Math.max(1, Math.abs(one), Math.abs(other))

/** What is wrong with the terms of a receipt, whatever the data say: a score that is not their sum, a signal that no source has, a boost that no rule declares. */
export function checkTerms({ score, signals, boosts }: Receipt, rules: readonly BoostRule[]): readonly string[] {
  const sum = [...signals, ...boosts].reduce((total, { contribution }) => total + contribution, 0)
  return [
    ...(isAbout(sum, score) ? [] : [`the contributions add up to ${sum}, the score is ${score}: something lifted it that is not declared`]),
    ...signals.flatMap(({ name }) => (isSignalName(name) ? [] : [`no source has a signal "${name}": a contribution without a rule`])),
    ...boosts.flatMap((boost) => checkBoost(boost, rules)),
  ]
}

function checkBoost({ key, reason, onBehalfOf, contribution }: Receipt['boosts'][number], rules: readonly BoostRule[]): readonly string[] {
  const rule = rules.find((declared) => declared.key === key)
  if (rule === undefined) return [`the boost "${key}" is not declared in the configuration`]
  const isAsDeclared = rule.reason === reason && rule.onBehalfOf === onBehalfOf && rule.contribution === contribution
  return isAsDeclared ? [] : [`the boost "${key}" is not as the configuration declares it`]
}

/** Signals that count more, or less, than the recipe says that they are worth. */
export function checkWeights({ signals, request }: Pick<Receipt, 'signals' | 'request'>, recipe: Recipe): readonly string[] {
  const { numbers } = recipe.stages.find(isRankStage) ?? {}
  if (numbers === undefined) return []
  return signals.flatMap(({ name, value, contribution }) => {
    const due = value * weightOf(name, numbers, request.adventurousness)
    return isAbout(contribution, due) ? [] : [`the signal "${name}" adds ${contribution}; by the numbers of ${recipe.name} it is worth ${due}`]
  })
}
