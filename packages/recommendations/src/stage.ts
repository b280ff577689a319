import type { Snapshot } from './model/snapshot.js'
import type { Eligibility } from './profile/eligibility.js'
import type { ListenerProfile } from './profile/listener-profile.js'
import type { Contribution, ItemKind, Suggestion } from './suggestion.js'

/** All that a stage may know. The outside world (`random`, `now`, `signal`) is handed in: the same context gives the same list. */
export interface StageContext {
  /** Uniform in [0, 1), seeded. */
  readonly random: () => number
  /** Uniform in [0, 1) and fixed for one item and one seed, so that removing one suggestion never reshuffles the others. */
  readonly chanceOf: (item: number) => number
  readonly now: () => number
  readonly signal: AbortSignal
  readonly snapshot: Snapshot
  readonly profile: ListenerProfile
  readonly eligibility: Eligibility
  readonly kinds: readonly ItemKind[]
  /** How long a list is asked for. */
  readonly limit: number
  /** What declared boosts add to an item, by item number; left out: nothing. */
  readonly boostsOf?: (item: number) => readonly Contribution[]
  /** Share of the places for the little heard, as the settings say. Left out: as the recipe says. */
  readonly exposureFloor?: number
  /** 0 = what the listener knows they like, 1 = surprise. */
  readonly adventurousness: number
}

/** One step of a recipe. Sources add suggestions, filters take some away, rankers score, re-rankers order. */
export type Stage = (suggestions: readonly Suggestion[], context: StageContext) => Promise<readonly Suggestion[]>
