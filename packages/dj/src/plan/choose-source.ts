import type { ItemKind } from '@linernotes/recommendations'
import { pickByWeight, seededRandom } from './seeded-random.js'
import type { PlanRequest } from './plan-request.js'

/** A recipe to draw the next item from. */
export interface PlanSource {
  readonly recipe: 'from-this' | 'discover' | 'rediscover-tracks' | 'hidden-gems' | 'episodes-for-you'
  readonly kind: ItemKind
}

/** With both kinds asked for, every so many items are an episode. */
const EPISODE_EVERY = 5

const trackRecipes = ['from-this', 'discover', 'rediscover-tracks', 'hidden-gems'] as const

/** How much of a session a recipe has, from what is known to what is new. */
function weightOf(recipe: (typeof trackRecipes)[number], adventurousness: number): number {
  switch (recipe) {
    case 'from-this':
      return 1.2 - adventurousness
    case 'discover':
      return 0.6 + 0.6 * adventurousness
    case 'rediscover-tracks':
      return 0.8 - 0.5 * adventurousness
    case 'hidden-gems':
      return 0.15 + 0.9 * adventurousness
  }
}

/** Recipes to try for the next item, the first one first; the others are for when it has nothing left. */
export function chooseSources(request: PlanRequest): readonly PlanSource[] {
  const { kinds, position, wishes, seed, adventurousness, listenerId } = request
  const episode: PlanSource = { recipe: 'episodes-for-you', kind: 'episode' }
  if (!kinds.includes('track')) return [episode]
  const tracks = trackSources(request)
  const isEpisodesTurn = kinds.includes('episode') && position % EPISODE_EVERY === EPISODE_EVERY - 1
  if (isEpisodesTurn) return [episode, ...tracks]
  return kinds.includes('episode') ? [...tracks, episode] : tracks

  function trackSources({ before }: PlanRequest): readonly PlanSource[] {
    const of = (recipe: PlanSource['recipe']): PlanSource => ({ recipe, kind: 'track' })
    // Nobody in particular has one list, whatever the recipe is.
    if (listenerId === null) return wishes.seedIds.length > 0 ? [of('from-this'), of('discover')] : [of('discover')]
    if (wishes.rediscover !== null) return [of('rediscover-tracks'), of('from-this'), of('discover')]
    if (wishes.seedIds.length > 0) return [of('from-this'), of('discover')]
    const random = seededRandom(seed, position, 'source', before.length)
    const first = pickByWeight(trackRecipes, (recipe) => weightOf(recipe, adventurousness), random) ?? 'discover'
    return [of(first), ...trackRecipes.filter((recipe) => recipe !== first).map(of)]
  }
}
