import type { Evidence } from '@linernotes/catalog'
import type { InterpretationRequest } from '@linernotes/narrative-sdk'
import type { Brief } from './brief.js'
import type { NarrativeBudget } from './pipeline/budget.js'
import type { CachePolicy, NarrativeEvent, NarrativeResult } from './narrative.js'
import type { ProviderMetrics } from './registry/read-provider-metrics.js'
import type { ProviderStatus } from './provider-status.js'

export interface NarrateOptions {
  /** Key of the provider asked for; the configured order follows as its fallbacks. null: the configured order. */
  readonly provider?: string | null | undefined
  readonly cache?: CachePolicy | undefined
  /** Written ahead: nobody is shown it now, so it does not count as served. */
  readonly ahead?: boolean | undefined
  /** What it may cost. Where it has no room for another attempt of a model, the call rejects with BudgetExhausted; what is finished is kept. */
  readonly budget?: NarrativeBudget | undefined
  /** What else the text should not sound like, newest first. */
  readonly avoid?: readonly string[] | undefined
  /** Once it fires, whoever writes is cut off, and the last provider of the order finishes; sentences that stand are kept for a reader. */
  readonly hurry?: AbortSignal | undefined
  /** How long the text may take, instead of what is configured: for who has more time. */
  readonly deadlineMs?: number | undefined
  readonly signal: AbortSignal
}

/** Turns briefs into published narratives. Rejects only with `signal.reason`, or BudgetExhausted where a budget is given; everything else is a result. */
export interface Narrator extends AsyncDisposable {
  narrate(brief: Brief, options: NarrateOptions): Promise<NarrativeResult>
  /** Narratives for one list, in its order, that do not repeat each other. The number of SQL statements does not grow with the list. */
  narrateList(briefs: readonly Brief[], options: NarrateOptions): Promise<readonly NarrativeResult[]>
  /** Verified sentences as they come, then the narrative whose text they are. */
  stream(brief: Brief, options: NarrateOptions): AsyncIterable<NarrativeEvent>
  /** Whether a fact about a listener touches a topic of the guidelines that no narrative tells back. */
  isSensitive(evidence: Evidence): boolean
  /**
   * What a model makes of words that rules could not explain, as JSON of the schema or as whatever it says: the caller parses it. The provider asked for comes first,
   * then the configured interpreter, then the order for tracks; the first that can interpret is asked, once. null: none can. Rejects with `signal.reason` or a NarrativeError.
   */
  interpret(request: InterpretationRequest, options: { readonly provider: string | null; readonly signal: AbortSignal }): Promise<unknown>
  /** What the providers that run count themselves, by key. */
  providerMetrics(): ReadonlyMap<string, ProviderMetrics>
  /** Every configured provider; health is asked at most every few seconds. */
  providers(options?: { readonly signal?: AbortSignal }): Promise<readonly ProviderStatus[]>
}
