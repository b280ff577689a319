import type { Recipe } from '../recipe.js'
import type { ItemKind } from '../suggestion.js'
import { discoverEpisodes } from './discover-episodes.js'
import { discoverMixed } from './discover-mixed.js'
import { discoverTracks } from './discover-tracks.js'

/** What is followed where no recipe is named: tracks, episodes or both. */
export function discoverOf(kinds: readonly ItemKind[]): Recipe {
  if (kinds.includes('track') && kinds.includes('episode')) return discoverMixed
  return kinds.includes('episode') ? discoverEpisodes : discoverTracks
}

/** `discover`: one name for discovery of whatever kinds are asked for. */
export const discover = (kinds: readonly ItemKind[]): Recipe => ({ ...discoverOf(kinds), name: 'discover' })
