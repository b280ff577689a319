import type { Evidence } from '@linernotes/catalog'
import type { Basis } from './basis.js'
import type { BoostRule } from './boost.js'
import { reasonCodes, type Reason, type ReasonCode } from './reason.js'

export type ItemKind = 'track' | 'episode'

/**
 * Terms of the score that are no reasons and belong to the remainder: distance from the known, chance, what the listener made of earlier recommendations, how
 * well length and language of an episode fit, and what somebody asked or paid for.
 */
const remainderCodes = ['novelty', 'chance', 'feedback', 'length', 'language', 'boost'] as const
type RemainderCode = (typeof remainderCodes)[number]

/** One term of the score. */
export interface Contribution {
  readonly code: ReasonCode | RemainderCode
  /** What the source measured, 0 to 1. */
  readonly signal: number
  /** Signal times the weight of the recipe; the score is the sum of these. */
  readonly value: number
  readonly basis: Basis
  /** The declared rule; there exactly where the code is 'boost'. */
  readonly boost?: BoostRule
}

export interface Suggestion {
  readonly itemId: string
  readonly kind: ItemKind
  /** Sum of the contributions. */
  readonly score: number
  /** Distance from what the listener already plays, 0 to 1: see `noveltyOf`. */
  readonly novelty: number
  /** Strongest first; empty until evidence has been attached. */
  readonly because: readonly Reason[]
  /** What the reasons leave of the positive contributions, 0 to 1: novelty, chance, boosts, and reasons that are not listed. */
  readonly remainder: number
  readonly contributions: readonly Contribution[]
  /** What the catalogue knows of the item, once evidence has been attached: who narrates need not read it again. */
  readonly facts?: readonly Evidence[]
}

/** Whether a contribution is a reason that could be told. */
export const isReason = (contribution: Contribution): contribution is Contribution & { readonly code: ReasonCode } =>
  !remainderCodes.some((code) => code === contribution.code)

/** Whether a contribution of the score may be called so; boosts are told apart. */
export const isSignalName = (name: string): boolean => name !== 'boost' && [...reasonCodes, ...remainderCodes].some((code) => code === name)
