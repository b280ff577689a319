import type { Database } from '@linernotes/database'
import type { ReadTaste } from '@linernotes/listening'
import type { Kysely } from 'kysely'
import type { BoostRule } from './boost.js'
import { Counterfactuals } from './counterfactual/counterfactuals.js'
import { attachReasons } from './evidence/attach-reasons.js'
import { listeningFacts } from './evidence/listening-facts.js'
import { readMaterial } from './evidence/read-material.js'
import type { RecommendationModel } from './model/recommendation-model.js'
import { rankList } from './rank-list.js'
import { NOTHING_NEAR } from './recipe.js'
import type { RecommendInput, RecommendResult } from './recommend-input.js'
import type { RecommendSettings } from './settings.js'

export interface RecommendContext {
  readonly db: Kysely<Database>
  readonly model: RecommendationModel
  readonly now: () => number
  readonly signal: AbortSignal
  /** What somebody asked or paid for, as declared in the configuration; left out: nothing. */
  readonly boosts?: readonly BoostRule[]
  /** Left out: `DEFAULT_SETTINGS`. */
  readonly settings?: RecommendSettings
  /** How histories are read; left out: from the database, each time. */
  readonly readTaste?: ReadTaste
}

/**
 * What to suggest and because of what. The listener's history is read now; catalogue and audience come from the model's snapshot. An unknown
 * listener, or one of whom nothing is known, gets the list for nobody in particular and `profiled: false`.
 * @throws {UnknownRecipeError} for a recipe that does not exist
 */
export async function recommend(context: RecommendContext, input: RecommendInput): Promise<RecommendResult> {
  const list = await rankList(context, input)
  const { ground, suggestions, profile, recipe, request, modelVersion, dataVersion, listenerVersion, asOf } = list
  const { taste, seeds } = ground
  const listening = taste === null || profile.isEmpty ? null : listeningFacts(taste)
  const isIgnoring = (input.ignoreHistoryItemIds ?? []).length > 0
  const material = await readMaterial(context.db, suggestions, listening, isIgnoring)
  return {
    emptyBecause: suggestions.length > 0 ? null : (recipe.emptyBecause ?? NOTHING_NEAR),
    suggestions: suggestions.map((suggestion) => attachReasons(suggestion, material)),
    profiled: taste !== null && !profile.isEmpty,
    recipe: recipe.name,
    modelVersion,
    dataVersion,
    listenerVersion,
    asOf,
    request,
    unknownSeedIds: (input.seedIds ?? []).filter((id) => !seeds.includes(id)),
    counterfactuals: new Counterfactuals(ground),
  }
}
