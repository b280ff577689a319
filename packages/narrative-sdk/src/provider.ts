import type { NarrativePart, Realisation } from './part.js'
import type { InterpretationRequest } from './interpretation.js'
import type { ItemKind, NarrativeRequest, NarrativeStyle } from './request.js'
import type { ToneRequest, ToneVerdict } from './tone.js'

export interface NarrativeProvider extends AsyncDisposable {
  readonly capabilities: Capabilities
  /** Raw: no retry, no cache, no circuit breaker. Rejects with `signal.reason` itself; a reader that breaks off stops the work. */
  narrate(request: NarrativeRequest, options: { readonly signal: AbortSignal }): AsyncIterable<NarrativePart>
  /** Cheap; never narrates. */
  health(options: { readonly signal: AbortSignal }): Promise<ProviderHealth>
  /** Left out: it cannot. Reads words of a listener into JSON of a schema, for the DJ; fails and stops as `narrate` does. What it gives is parsed by whoever asked. */
  interpret?(request: InterpretationRequest, options: { readonly signal: AbortSignal }): Promise<unknown>
  /** Left out: it cannot judge. One text, for `narratives evaluate --judge`; fails and stops as `narrate` does. */
  judge?(request: ToneRequest, options: { readonly signal: AbortSignal }): Promise<ToneVerdict>
}

export interface Capabilities {
  readonly kinds: readonly ItemKind[]
  readonly styles: readonly NarrativeStyle[]
  /** BCP 47. */
  readonly languages: readonly string[]
  readonly streaming: boolean
  readonly structuredOutput: boolean
  /** The same request and seed give the same text. */
  readonly seed: boolean
  /** null is unknown. */
  readonly maxInputTokens: number | null
  readonly locality: 'on-device' | 'private-network' | 'third-party'
  /** Who chooses the words, as a rule. */
  readonly realisation: Realisation
  /** What a model is asked for: facts and their order, which rules then word ('plan'), or the text itself ('words'); left out: there is no model. */
  readonly mode?: 'plan' | 'words'
  /** Changes whenever the prompt or the phrases change: a part of the cache key. */
  readonly promptVersion: string
  /** How many requests may run at once; null is unlimited. */
  readonly maxConcurrency: number | null
}

export interface ProviderHealth {
  readonly state: 'up' | 'warming' | 'degraded' | 'down'
  /** One line for an operator, with the remedy. */
  readonly detail: string | null
}
