import type { NarrativeStyle, NarrativeUsage } from '@linernotes/narrative-sdk'

/** A clause of the text with what it rests on. UTF-16 offsets into `Narrative.text`, end exclusive. */
export interface NarrativeClaim {
  readonly start: number
  readonly end: number
  readonly support: 'supported' | 'opinion'
  readonly evidenceIds: readonly string[]
}

/** null is unknown, 0 is free. */
export interface NarrativeCost extends NarrativeUsage {
  readonly timeToFirstTokenMs: number | null
  readonly latencyMs: number
}

/** A published text: every sentence of it passed verification. */
export interface Narrative {
  readonly type: 'narrative'
  readonly id: string
  readonly itemId: string
  readonly listenerId: string | null
  readonly text: string
  readonly claims: readonly NarrativeClaim[]
  /** Evidence that the text rests on, in the order of the brief. */
  readonly evidenceIds: readonly string[]
  readonly style: NarrativeStyle
  readonly language: string
  /** Key of the provider that wrote it. */
  readonly provider: string
  /** Why the provider asked for did not write it; null: it did. */
  readonly fallbackReason: string | null
  readonly model: string
  readonly promptVersion: string
  readonly fromCache: boolean
  readonly realisation: 'model' | 'rules'
  /** RFC 3339. */
  readonly createdAt: string
  readonly usage: NarrativeCost
  /** Share of its phrases that stood in texts of the same list or in the last ones that the listener was shown, 0 to 1; null: there were none. */
  readonly overlap: number | null
}

/** There is nothing to narrate from. */
export interface NarrativeDeclined {
  readonly type: 'declined'
  readonly code: 'INSUFFICIENT_EVIDENCE'
  readonly message: string
  readonly missing: readonly string[]
}

/** Every provider failed, the last one, too. */
export interface ProviderFailure {
  readonly type: 'failure'
  readonly code: 'PROVIDER_UNAVAILABLE' | 'NOT_FOUND'
  readonly message: string
  /** The provider asked for. */
  readonly provider: string
  readonly tried: readonly string[]
  readonly retryAfterMs: number | null
}

export type NarrativeResult = Narrative | NarrativeDeclined | ProviderFailure

/** Verified text as it comes; `seq` counts from 0. The joined deltas are the final text. */
export interface NarrativeDelta {
  readonly type: 'delta'
  readonly seq: number
  readonly text: string
}

export type NarrativeEvent = NarrativeDelta | NarrativeResult
/** 'prefer' the cache, 'bypass' it, serve 'only' what it holds, or only what is 'fresh': a text that is old or by an earlier prompt is written anew first. */
export type CachePolicy = 'prefer' | 'bypass' | 'only' | 'fresh'
