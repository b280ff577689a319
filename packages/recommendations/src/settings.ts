import { DEFAULT_MEMORY, type MemoryNumbers } from './profile/resting-items.js'

/** What an operator may set for all recipes. */
export interface RecommendSettings {
  readonly memory: MemoryNumbers
  /** Instead of the floor that `hidden-gems` has of its own, 0 to 1. Left out: its own. */
  readonly exposureFloor?: number
}

export const DEFAULT_SETTINGS: RecommendSettings = { memory: DEFAULT_MEMORY }
