import type { ItemKind, Reason } from '@linernotes/recommendations'
import type { Wishes } from '../wishes.js'
import type { ItemTraits } from './candidate.js'

/** What the next item of a session is planned from: the same request and data give the same item. */
export interface PlanRequest {
  readonly sessionId: string
  readonly listenerId: string | null
  readonly kinds: readonly ItemKind[]
  readonly adventurousness: number
  readonly seed: number
  /** Of the item, from 0. */
  readonly position: number
  /** Everything before it, in order. */
  readonly before: readonly ItemTraits[]
  readonly wishes: Wishes
  /** Lists are ranked as of this moment, so that they are the same when they are made again. */
  readonly asOf: number
  /** Where its recommendation is kept: tells it apart from the same one in another session. */
  readonly occasion: string
  /** Somebody waits for it: that changes when it is planned, and nothing else. */
  readonly isUrgent: boolean
}

export interface Planned {
  readonly traits: ItemTraits
  readonly source: string
  readonly recommendationId: string
  readonly reasons: readonly Reason[]
  /** What of the wishes it was, and is done with. */
  readonly fulfilled: { readonly playIds: readonly string[]; readonly episode: boolean }
  readonly refused: readonly string[]
}

/** Nothing can be planned, and why. */
export interface NothingLeft {
  readonly traits: null
  readonly fulfilled: { readonly playIds: readonly string[]; readonly episode: boolean }
  readonly refused: readonly string[]
}
