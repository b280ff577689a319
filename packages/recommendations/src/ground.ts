import { readTaste, type Taste } from '@linernotes/listening'
import type { BoostRule } from './boost.js'
import { findRecipe, recipeForNobody } from './find-recipe.js'
import { everybodyElse } from './model/everybody-else.js'
import type { Snapshot } from './model/snapshot.js'
import { isKnownSeed } from './profile/profile-of-seeds.js'
import type { Recipe } from './recipe.js'
import type { RecommendContext } from './recommend.js'
import type { RecommendInput } from './recommend-input.js'
import { DEFAULT_SETTINGS, type RecommendSettings } from './settings.js'

/** All that a list is ranked from, read once: on the same ground the same list grows, however often and with whatever taken away. */
export interface Ground {
  readonly input: RecommendInput
  /** The recipe that was asked for. */
  readonly wanted: Recipe
  readonly snapshot: Snapshot
  /** null: no history is used. */
  readonly taste: Taste | null
  /** Seeds that the catalogue knows. */
  readonly seeds: readonly string[]
  /** One moment for the whole list. */
  readonly now: number
  readonly settings: RecommendSettings
  /** Declared boosts. */
  readonly boosts: readonly BoostRule[]
}

/** @throws {UnknownRecipeError} for a recipe that does not exist */
export async function readGround(context: RecommendContext, input: RecommendInput): Promise<Ground> {
  const { db, model, signal } = context
  const wanted = findRecipe(input.recipe, input.kinds)
  const now = input.now ?? context.now()
  await model.keepFresh(context.now())
  signal.throwIfAborted()
  const { snapshot: everybody } = model
  const taste =
    input.nonProfiled === true || wanted === recipeForNobody || input.listenerId === null
      ? null
      : await (context.readTaste ?? readTaste)(db, input.listenerId, { now: () => now })
  signal.throwIfAborted()
  const snapshot = taste === null ? everybody : everybodyElse(everybody, taste.listener.id)
  return {
    input,
    wanted,
    snapshot,
    taste,
    seeds: (input.seedIds ?? []).filter((id) => isKnownSeed(snapshot, id)),
    now,
    settings: context.settings ?? DEFAULT_SETTINGS,
    boosts: context.boosts ?? [],
  }
}
