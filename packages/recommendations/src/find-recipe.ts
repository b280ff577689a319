import type { Recipe } from './recipe.js'
import { discover, discoverOf } from './recipes/discover.js'
import { discoverEpisodes } from './recipes/discover-episodes.js'
import { discoverMixed } from './recipes/discover-mixed.js'
import { discoverTracks } from './recipes/discover-tracks.js'
import { episodesForYou } from './recipes/episodes-for-you.js'
import { fresh } from './recipes/fresh.js'
import { fromThis } from './recipes/from-this.js'
import { hiddenGems } from './recipes/hidden-gems.js'
import { nonProfiled } from './recipes/non-profiled.js'
import { rediscover } from './recipes/rediscover.js'
import { rediscoverTracks } from './recipes/rediscover-tracks.js'
import type { ItemKind } from './suggestion.js'

const recipes: ReadonlyMap<string, (kinds: readonly ItemKind[]) => Recipe> = new Map([
  ['discover', discover],
  ...[discoverTracks, discoverEpisodes, discoverMixed, rediscover, rediscoverTracks, hiddenGems, fresh, fromThis, episodesForYou, nonProfiled].map(
    (recipe) => [recipe.name, () => recipe] as const,
  ),
])

/** Names that `recommend` knows. */
export const recipeNames: readonly string[] = [...recipes.keys()]

/** Those that ask the trained model: all share one. */
export const recipesWithTrainedModel: readonly string[] = [...recipes].flatMap(([name, recipe]) => (recipe([]).asksTrainedModel === true ? [name] : []))

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
    return recipe(kinds)
  }
  return discoverOf(kinds)
}

/** What is served where nothing is known about the listener, whatever recipe was asked for. */
export const recipeForNobody = nonProfiled
