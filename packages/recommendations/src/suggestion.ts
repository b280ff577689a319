import type { Evidence } from '@linernotes/catalog'
import type { Reason, ReasonCode } from './reason.js'

export type ItemKind = 'track' | 'episode'

/** What a signal rests on: ids and names of the catalogue, so that evidence can be written for it later, and removed to see what it was worth. */
export interface Basis {
  /** Artist or show that the listener plays. */
  readonly anchorId?: string
  /** Artist or show of the item. */
  readonly targetId?: string
  readonly releaseId?: string
  readonly tag?: string
  readonly labelKey?: string
  readonly topic?: string
}

/** One term of the score. `novelty` and `chance` are no reasons: they belong to the remainder. */
export interface Contribution {
  readonly code: ReasonCode | 'novelty' | 'chance'
  /** What the source measured, 0 to 1. */
  readonly signal: number
  /** Signal times the weight of the recipe; the score is the sum of these. */
  readonly value: number
  readonly basis: Basis
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
  readonly contributions: readonly Contribution[]
  /** What the catalogue knows of the item, once evidence has been attached: who narrates need not read it again. */
  readonly facts?: readonly Evidence[]
}

/** Whether a contribution is a reason that could be told. */
export const isReason = (contribution: Contribution): contribution is Contribution & { readonly code: ReasonCode } =>
  contribution.code !== 'novelty' && contribution.code !== 'chance'
