import type { Recipe } from './recipe.js'
import { discoverEpisodes } from './recipes/discover-episodes.js'
import { discoverMixed } from './recipes/discover-mixed.js'
import { discoverTracks } from './recipes/discover-tracks.js'
import { nonProfiled } from './recipes/non-profiled.js'
import { rediscoverTracks } from './recipes/rediscover-tracks.js'
import type { ItemKind } from './suggestion.js'

const recipes: ReadonlyMap<string, Recipe> = new Map(
  [discoverTracks, discoverEpisodes, discoverMixed, rediscoverTracks, nonProfiled].map((recipe) => [recipe.name, recipe] as const),
)

/** Names that `recommend` knows. */
export const recipeNames: readonly string[] = [...recipes.keys()]

/** Somebody asked for a recipe that does not exist. */
export class UnknownRecipeError extends Error {
  override readonly name = 'UnknownRecipeError'
  readonly code = 'UNKNOWN_RECIPE'
  constructor(readonly recipe: string) {
    super(`There is no recipe "${recipe}". Leave \`recipe\` out, or ask for one of ${recipeNames.join(', ')}.`)
  }
}

export function findRecipe(name: string | undefined, kinds: readonly ItemKind[]): Recipe {
  if (name !== undefined) {
    const recipe = recipes.get(name)
    if (recipe === undefined) throw new UnknownRecipeError(name)
    return recipe
  }
  if (kinds.includes('track') && kinds.includes('episode')) return discoverMixed
  return kinds.includes('episode') ? discoverEpisodes : discoverTracks
}

/** What is served where nothing is known about the listener, whatever recipe was asked for. */
export const recipeForNobody = nonProfiled
