import type { Evidence } from '@linernotes/catalog'
import type { Capabilities, NarrativeRequest, NarrativeUsage } from '@linernotes/narrative-sdk'
import type { Brief } from '../brief.js'
import type { CitedText } from '../grounding/ground-text.js'
import type { NarrativeResult } from '../narrative.js'

/** A brief that every provider is given, with what the swap test needs. */
export interface EvaluatedBrief {
  readonly brief: Brief
  /** Number of its list; a list holds up to ten briefs of one listener. */
  readonly list: number
  /** External id of a demo listener. */
  readonly listener: string
  /** The ranker found something in the listener's history that bears on this item: the brief holds a listening fact. */
  readonly hasHistory: boolean
  /** What the ranker would say of this item to three other listeners with history; empty: there were not enough of them. */
  readonly otherListeners: readonly (readonly Evidence[])[]
}

/** One call of a provider, as it went over the contract: before the pipeline looked at a word of it. */
export interface WatchedAttempt {
  readonly provider: string
  readonly capabilities: Capabilities
  readonly request: NarrativeRequest
  readonly model: string | null
  /** What was written, sentence by sentence. */
  readonly pieces: readonly CitedText[]
  /** null: unknown, or not reached. */
  readonly usage: NarrativeUsage | null
  /** From the call to the first text, waiting for a place included; null: there was none. */
  readonly timeToFirstTextMs: number | null
  readonly latencyMs: number
}

/** What one provider, and whoever stood in for it, made of a brief. */
export interface Answer {
  readonly evaluated: EvaluatedBrief
  readonly provider: string
  readonly result: NarrativeResult
  /** The calls of the provider asked for, in order. */
  readonly attempts: readonly WatchedAttempt[]
}
