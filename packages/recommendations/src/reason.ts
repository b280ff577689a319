import type { Evidence } from '@linernotes/catalog'
import { audienceFloor } from '@linernotes/listening'
import type { Basis } from './basis.js'

/** Why an item was suggested: the candidate source that spoke for it. The same words as `ReasonCode` in the public schema. */
export const reasonCodes = [
  'similar-audience',
  'shared-tags',
  'same-artist',
  'same-label',
  'same-release',
  'followed-show',
  'topic-match',
  'rediscovery',
  'hidden-gem',
  'fresh-release',
  'editorial',
  'exploration',
  'popular',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

export interface Reason {
  readonly code: ReasonCode
  /** Share of the positive contributions to the score, 0 to 1; what the listed reasons leave is the remainder. */
  readonly weight: number
  /** One to four facts, each true and checkable on its own. */
  readonly evidence: readonly Evidence[]
  /** What it rests on: names the history items that are taken away to see what it was worth (`Counterfactuals`). */
  readonly basis: Basis
}

/** Below this many distinct listeners a number is withheld: only "fewer than ten" may be said (Sweeney 2002, k-anonymity). */
export const ANONYMITY_FLOOR = audienceFloor
