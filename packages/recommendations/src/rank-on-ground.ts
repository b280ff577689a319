import { boostsIn } from './boost.js'
import { recipeForNobody } from './find-recipe.js'
import type { Ground } from './ground.js'
import { findEligible, onlyEligible, type Eligibility } from './profile/eligibility.js'
import { profileOfSeeds } from './profile/profile-of-seeds.js'
import { profileOfTaste } from './profile/profile-of-taste.js'
import type { ListenerProfile } from './profile/listener-profile.js'
import { heardItems, restingItems } from './profile/resting-items.js'
import { kindsOf, type Recipe } from './recipe.js'
import { DEFAULT_ADVENTUROUSNESS } from './recommend-input.js'
import { seededChance, seedOf } from './seeded-chance.js'
import type { ItemKind, Suggestion } from './suggestion.js'

export interface RankOptions {
  readonly signal: AbortSignal
  readonly limit: number
  /** History items that are ignored beside those of the input. */
  readonly withoutItems?: readonly string[]
  /** As if no boost had been declared. */
  readonly withoutBoosts?: boolean
}

export interface Ranking {
  /** At most `limit`, without evidence. */
  readonly suggestions: readonly Suggestion[]
  readonly profile: ListenerProfile
  /** The recipe that was followed. */
  readonly recipe: Recipe
  readonly seed: number
}

/** Follows the recipe. Nothing is read: whatever is asked on the same ground can be compared. */
export async function rankOnGround(ground: Ground, options: RankOptions): Promise<Ranking> {
  const { input, snapshot, now } = ground
  const { signal, limit } = options
  const ignored = new Set([...(input.ignoreHistoryItemIds ?? []), ...(options.withoutItems ?? [])])
  const profile = profileOf(ground, ignored)
  const recipe = profile.isEmpty ? recipeForNobody : ground.wanted
  // Not of the listening data: what somebody plays, or deletes, changes what it speaks for and reshuffles nothing else.
  const seed = input.seed ?? seedOf(input.listenerId ?? '', String(snapshot.version.catalog), recipe.name)
  const kinds = kindsOf(recipe, input.kinds)
  const exposureFloor = ground.settings.exposureFloors?.[recipe.name]
  const context = {
    ...seededChance(seed),
    now: () => now,
    signal,
    snapshot,
    profile,
    kinds,
    ...(exposureFloor !== undefined && { exposureFloor }),
    limit,
    boostsOf: boostsIn(snapshot, options.withoutBoosts === true ? [] : ground.boosts),
    adventurousness: Math.min(1, Math.max(0, input.adventurousness ?? DEFAULT_ADVENTUROUSNESS)),
    eligibility: eligibilityOf(ground, ignored, recipe, kinds),
  }
  let suggestions: readonly Suggestion[] = []
  for (const stage of recipe.stages) {
    suggestions = await stage(suggestions, context)
    signal.throwIfAborted()
  }
  return { suggestions: suggestions.slice(0, limit), profile, recipe, seed }
}

function profileOf({ snapshot, taste, seeds, now }: Ground, ignored: ReadonlySet<string>): ListenerProfile {
  if (seeds.length > 0) {
    const everPlayed = [...(taste?.items.keys() ?? [])].flatMap((id) => (ignored.has(id) ? [] : (snapshot.catalogue.items.numberOf(id) ?? [])))
    return profileOfSeeds(snapshot, seeds, everPlayed, now)
  }
  if (taste === null) return profileOfSeeds(snapshot, [], [], now)
  return profileOfTaste(snapshot, taste, ignored, now)
}

function eligibilityOf(ground: Ground, ignored: ReadonlySet<string>, recipe: Recipe, kinds: readonly ItemKind[]): Eligibility {
  const { input, snapshot, taste, seeds, now, settings } = ground
  if (input.onlyItemId !== undefined) return onlyEligible(snapshot, input.onlyItemId)
  const resting = taste === null || input.includeShown === true ? [] : restingItems(taste, now, settings.memory)
  return findEligible(snapshot, {
    kinds,
    heardIds: [...(taste === null ? [] : heardItems(taste, now, recipe.heardReturnsAfterMs)), ...ignored, ...resting],
    hiddenIds: taste?.hiddenItemIds ?? [],
    excludeIds: [...(input.excludeIds ?? []), ...seeds.filter((id) => snapshot.catalogue.items.numberOf(id) !== undefined)],
    maxAdvisory: input.maxAdvisory ?? 'explicit',
  })
}
