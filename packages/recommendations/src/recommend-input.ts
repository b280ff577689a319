import type { ReadThrough } from '@linernotes/listening'
import type { Counterfactuals } from './counterfactual/counterfactuals.js'
import type { ItemKind, Suggestion } from './suggestion.js'

export interface RecommendInput {
  /** Our id of a listener; null or unknown: nobody in particular. */
  readonly listenerId: string | null
  readonly kinds: readonly ItemKind[]
  /** Left out: the default for the kinds. See `recipeNames`. */
  readonly recipe?: string
  /** Items, artists or shows to start from instead of the whole taste. */
  readonly seedIds?: readonly string[]
  /** 0 = what I know I like, 1 = surprise me. */
  readonly adventurousness?: number
  /** 'clean': only what is marked clean; 'unknown': nothing marked explicit; 'explicit': everything. */
  readonly maxAdvisory?: 'clean' | 'unknown' | 'explicit'
  /** Items, or artists and shows with everything of theirs. */
  readonly excludeIds?: readonly string[]
  /** Rank as if these had never been played, still without recommending them. */
  readonly ignoreHistoryItemIds?: readonly string[]
  /** Look at this one item only, heard or not: why would it be suggested? */
  readonly onlyItemId?: string
  /** Also what was on show lately, or skipped. Hidden items stay hidden. */
  readonly includeShown?: boolean
  /** Use no personal history at all. */
  readonly nonProfiled?: boolean
  /** The same seed, data and time give the same list. Left out: one that stays the same for a listener until the catalogue changes. */
  readonly seed?: number
  /** When it is asked, in milliseconds since 1970; left out: now. For lists that are made again. */
  readonly now?: number
  readonly limit: number
}

/** A `RecommendInput` with nothing left open; how many were asked for does not matter to who ranks where. */
export type RecommendRequestMade = Required<Omit<RecommendInput, 'onlyItemId' | 'limit'>>

/** How far the log of listens and feedback had been read when a list was made: enough to read the same again, as long as nothing of it was deleted. */
export interface AsOf {
  /** What everybody had played: up to which place, and a name of what was there. */
  readonly audience: { readonly through: number; readonly digest: string }
  /** The listener's own history and feedback; null: none was read. */
  readonly listener: ReadThrough | null
}

/** What a list was ranked from. */
export interface ListVersions {
  /** Recipe, its version, the version of the algorithms below it, and after a + what an operator set otherwise and the trained model that was in force, where one was. */
  readonly modelVersion: string
  /** State of catalogue and audience. */
  readonly dataVersion: string
  /** State of the listener's own history, as `listenerVersionOf` names it; null: no history was read. */
  readonly listenerVersion: string | null
  readonly asOf: AsOf
}

export interface RecommendResult extends ListVersions {
  readonly suggestions: readonly Suggestion[]
  /** Why there is no suggestion, in a sentence; null: there is one. */
  readonly emptyBecause: string | null
  /** Whether a personal history had a part in it. */
  readonly profiled: boolean
  /** The recipe that was followed. */
  readonly recipe: string
  /** What was asked, with nothing left open. */
  readonly request: RecommendRequestMade
  /** Seeds that are not in the catalogue. */
  readonly unknownSeedIds: readonly string[]
  /** What would have been suggested without some of the history. */
  readonly counterfactuals: Counterfactuals
}

export const DEFAULT_ADVENTUROUSNESS = 0.3
