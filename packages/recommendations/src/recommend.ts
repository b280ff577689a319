import type { Database } from '@linernotes/database'
import { readTaste, type ReadTaste, type Taste } from '@linernotes/listening'
import type { Kysely } from 'kysely'
import { attachReasons } from './evidence/attach-reasons.js'
import { listeningFacts } from './evidence/listening-facts.js'
import { readMaterial } from './evidence/read-material.js'
import { findRecipe, recipeForNobody } from './find-recipe.js'
import type { RecommendationModel } from './model/recommendation-model.js'
import type { Snapshot } from './model/snapshot.js'
import { findEligible, onlyEligible } from './profile/eligibility.js'
import { isKnownSeed, profileOfSeeds } from './profile/profile-of-seeds.js'
import { profileOfTaste } from './profile/profile-of-taste.js'
import { heardItems, restingItems } from './profile/resting-items.js'
import type { ListenerProfile } from './profile/listener-profile.js'
import { DEFAULT_ADVENTUROUSNESS, type RecommendInput, type RecommendResult } from './recommend-input.js'
import { kindsOf } from './recipe.js'
import { DEFAULT_SETTINGS, type RecommendSettings } from './settings.js'
import { seededChance, seedOf } from './seeded-chance.js'
import type { Suggestion } from './suggestion.js'

export interface RecommendContext {
  readonly db: Kysely<Database>
  readonly model: RecommendationModel
  readonly now: () => number
  readonly signal: AbortSignal
  /** Left out: `DEFAULT_SETTINGS`. */
  readonly settings?: RecommendSettings
  /** How histories are read; left out: from the database, each time. */
  readonly readTaste?: ReadTaste
}

/** Counts up when what all recipes share changes: profile, neighbours, ranking. */
const ALGORITHM_VERSION = 2

/**
 * What to suggest and because of what. The listener's history is read now; catalogue and audience come from the model's snapshot. An unknown
 * listener, or one of whom nothing is known, gets the list for nobody in particular and `profiled: false`.
 * @throws {UnknownRecipeError} for a recipe that does not exist
 */
export async function recommend(context: RecommendContext, input: RecommendInput): Promise<RecommendResult> {
  const { db, model, signal } = context
  const wanted = findRecipe(input.recipe, input.kinds)
  const settings = context.settings ?? DEFAULT_SETTINGS
  // One moment for the whole list.
  const now = context.now()
  await model.keepFresh(now)
  signal.throwIfAborted()
  const { snapshot } = model
  const taste =
    input.nonProfiled === true || wanted === recipeForNobody || input.listenerId === null
      ? null
      : await (context.readTaste ?? readTaste)(db, input.listenerId, { now: () => now })
  signal.throwIfAborted()

  const seeds = (input.seedIds ?? []).filter((id) => isKnownSeed(snapshot, id))
  const profile = profileOf(snapshot, taste, seeds, input, now)
  const recipe = profile.isEmpty ? recipeForNobody : wanted
  const dataVersion = `${snapshot.version.catalog}.${snapshot.version.listening}`
  const chance = seededChance(input.seed ?? seedOf(input.listenerId ?? '', dataVersion, recipe.name))

  const exposureFloor = settings.exposureFloors?.[recipe.name]
  const kinds = kindsOf(recipe, input.kinds)
  const resting = taste === null || input.includeShown === true ? [] : restingItems(taste, now, settings.memory)
  let suggestions: readonly Suggestion[] = []
  for (const stage of recipe.stages) {
    suggestions = await stage(suggestions, {
      ...chance,
      now: () => now,
      signal,
      snapshot,
      profile,
      kinds,
      ...(exposureFloor !== undefined && { exposureFloor }),
      limit: input.limit,
      adventurousness: Math.min(1, Math.max(0, input.adventurousness ?? DEFAULT_ADVENTUROUSNESS)),
      eligibility:
        input.onlyItemId !== undefined
          ? onlyEligible(snapshot, input.onlyItemId)
          : findEligible(snapshot, {
              kinds,
              heardIds: [...(taste === null ? [] : heardItems(taste, now, recipe.heardReturnsAfterMs)), ...(input.ignoreHistoryItemIds ?? []), ...resting],
              hiddenIds: taste?.hiddenItemIds ?? [],
              excludeIds: [...(input.excludeIds ?? []), ...seeds.filter((id) => snapshot.catalogue.items.numberOf(id) !== undefined)],
              maxAdvisory: input.maxAdvisory ?? 'explicit',
            }),
    })
    signal.throwIfAborted()
  }

  const shown = suggestions.slice(0, input.limit)
  const material = await readMaterial(db, shown, taste === null || profile.isEmpty ? null : listeningFacts(taste))
  return {
    suggestions: shown.map((suggestion) => attachReasons(suggestion, material)),
    profiled: taste !== null && !profile.isEmpty,
    recipe: recipe.name,
    modelVersion: `${recipe.name}@${recipe.version}.${ALGORITHM_VERSION}`,
    dataVersion,
    unknownSeedIds: (input.seedIds ?? []).filter((id) => !seeds.includes(id)),
  }
}

function profileOf(snapshot: Snapshot, taste: Taste | null, seeds: readonly string[], input: RecommendInput, now: number): ListenerProfile {
  if (seeds.length > 0) {
    const everPlayed = [...(taste?.items.keys() ?? [])].flatMap((id) => snapshot.catalogue.items.numberOf(id) ?? [])
    return profileOfSeeds(snapshot, seeds, everPlayed, now)
  }
  if (taste === null) return profileOfSeeds(snapshot, [], [], now)
  return profileOfTaste(snapshot, taste, new Set(input.ignoreHistoryItemIds), now)
}
