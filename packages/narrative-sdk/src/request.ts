import type { NarrativeExample } from './example.js'
import type { NarrativeFact } from './fact.js'

export type ItemKind = 'track' | 'episode'
/** One line beside an item (25 words) | spoken between two songs (45) | two or three sentences that pitch an episode (60). */
export type NarrativeStyle = 'blurb' | 'dj' | 'pitch'

/** Why the ranker chose the item, in its own words. */
export interface NarrativeReason {
  /** As in the public schema, in lower case with dashes: 'same-artist', 'rediscovery', 'hidden-gem', ... */
  readonly code: string
  /** Share of the positive contributions to the score, 0 to 1. */
  readonly weight: number
  readonly factIds: readonly string[]
}

/** What a provider is given: the item, why it was chosen, and the facts it may state. Nothing identifies the listener. */
export interface NarrativeRequest {
  readonly kind: ItemKind
  readonly style: NarrativeStyle
  /** BCP 47. */
  readonly language: string
  readonly maxWords: number
  /** Episodes: no ending, no answer to the question that the title asks. */
  readonly spoilerFree: boolean
  /** The same seed gives the same text where `capabilities.seed`. null: the provider's choice. */
  readonly seed: number | null
  /** Untrusted text. */
  readonly item: { readonly title: string; readonly by: string }
  /** Strongest first; empty where nothing is known about the listener. */
  readonly reasons: readonly NarrativeReason[]
  /** F0 is the item itself. */
  readonly facts: readonly NarrativeFact[]
  /** Longer transcript passages to pick from; episodes only. Every passage is a fact of property 'transcript' and may be cited. */
  readonly passages: readonly NarrativeFact[]
  /** Texts of the same list, then what the listener was shown lately, newest first: open differently, repeat no phrase. */
  readonly avoid: readonly string[]
  /** Why the previous attempt was refused, one reason each; empty at first. */
  readonly refusals: readonly string[]
  /** What the editors ask of the words, for this topic and market, one line each. Trusted. */
  readonly guidelines?: readonly string[]
  /** Golden examples that are most like this request, always in the same order for the same kind of request. Trusted. */
  readonly examples?: readonly NarrativeExample[]
}
