import type { Evidence } from '@linernotes/catalog'
import type { Counterfactuals, Reason, SignedReceipt } from '@linernotes/recommendations'

/** A suggestion that was issued: it has an id, so that narratives, feedback and questions can refer to it. */
export interface Recommendation {
  readonly id: string
  /** null: nobody in particular. */
  readonly listenerId: string | null
  readonly itemId: string
  readonly kind: 'track' | 'episode'
  readonly recipe: string
  /** From 1. */
  readonly rank: number
  readonly score: number
  /** Distance from what the listener already plays, 0 to 1. */
  readonly novelty: number
  readonly reasons: readonly Reason[]
  /** What the reasons leave of the positive contributions, 0 to 1. */
  readonly remainder: number
  /** What the catalogue knows of the item; null: not read with it. */
  readonly facts: readonly Evidence[] | null
  readonly modelVersion: string
  readonly dataVersion: string
  /** Moment of the list that it was first issued in. */
  readonly issuedAt: Date
  /** null: issued before there were receipts. */
  readonly receipt: SignedReceipt | null
  /** What would have been suggested without some of the history; null: it is read again where somebody asks. */
  readonly counterfactuals: Counterfactuals | null
}

/** Every fact that the reasons rest on, once. */
export function evidenceOf(recommendations: readonly Recommendation[]): readonly Evidence[] {
  const all = recommendations.flatMap((recommendation) => recommendation.reasons.flatMap((reason) => reason.evidence))
  return [...new Map(all.map((evidence) => [evidence.id, evidence])).values()]
}
