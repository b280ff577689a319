import { findEligible } from '../profile/eligibility.js'
import { profileOfTaste } from '../profile/profile-of-taste.js'
import type { Recipe } from '../recipe.js'
import { seededChance, seedOf } from '../seeded-chance.js'
import type { StageContext } from '../stage.js'
import type { Suggestion } from '../suggestion.js'
import type { Trial, TrialListener, TrialOptions } from './open-trial.js'

export interface ListOptions extends Pick<TrialOptions, 'seed' | 'now' | 'signal'> {
  readonly recipe: Recipe
  readonly adventurousness: number
  readonly k: number
  readonly exposureFloor?: number
}

/** The context of a trial listener's list: tracks that they have not heard, as far as is known. */
export function trialContext({ snapshot }: Trial, { id, kept }: TrialListener, options: ListOptions): StageContext {
  const { seed, now, signal, k, adventurousness, exposureFloor } = options
  return {
    ...seededChance(seedOf(String(seed), id)),
    now,
    signal,
    snapshot,
    profile: profileOfTaste(snapshot, kept, new Set(), now()),
    eligibility: findEligible(snapshot, { kinds: ['track'], heardIds: kept.items.keys(), hiddenIds: [], excludeIds: [], maxAdvisory: 'explicit' }),
    kinds: ['track'],
    limit: k,
    adventurousness,
    ...(exposureFloor !== undefined && { exposureFloor }),
  }
}

/** The list that the recipe makes: item numbers, at most k. */
export async function listOf(recipe: Recipe, context: StageContext): Promise<readonly number[]> {
  let suggestions: readonly Suggestion[] = []
  for (const stage of recipe.stages) {
    suggestions = await stage(suggestions, context)
    context.signal.throwIfAborted()
  }
  return suggestions.slice(0, context.limit).map(({ itemId }) => context.snapshot.catalogue.items.numberOf(itemId)!)
}
