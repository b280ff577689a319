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

/**
 * Terms of the score that are no reasons and belong to the remainder: distance from the known, chance, what the listener made of earlier recommendations, and how
 * well length and language of an episode fit.
 */
const remainderCodes = ['novelty', 'chance', 'feedback', 'length', 'language'] as const
type RemainderCode = (typeof remainderCodes)[number]

/** One term of the score. */
export interface Contribution {
  readonly code: ReasonCode | RemainderCode
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
  !remainderCodes.some((code) => code === contribution.code)
