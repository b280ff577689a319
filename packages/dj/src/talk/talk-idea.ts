import type { Evidence } from '@linernotes/catalog'
import type { ReasonCode } from '@linernotes/recommendations'
import type { TalkKind } from '../session.js'

/** Something true that could be said before an item. */
export interface TalkIdea {
  readonly kind: Exclude<TalkKind, 'silence'>
  /** The ranker's word for it, or the one that comes nearest. */
  readonly reason: ReasonCode
  /** What it is about, the strongest first; a text may state nothing else. */
  readonly evidence: readonly Evidence[]
  /** What is told by it, so that it is told once. */
  readonly keys: readonly string[]
  /** How much it has to say, for the choice among several. */
  readonly worth: number
}

/** A fact, whatever sentence it is put in. */
export function keyOf(fact: Evidence): string {
  return `${fact.property} ${fact.id}`
}
