import { DEFAULT_MEMORY, type MemoryNumbers } from './profile/resting-items.js'

/** What an operator may set for all recipes. */
export interface RecommendSettings {
  readonly memory: MemoryNumbers
  /** By recipe: the share of the places, 0 to 1, that goes at least to the little heard (see `isLittleHeard`). Left out: what the recipe says. */
  readonly exposureFloors?: Readonly<Record<string, number>>
}

export const DEFAULT_SETTINGS: RecommendSettings = { memory: DEFAULT_MEMORY }
