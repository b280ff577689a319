/** 'model': a language model chose the words; 'rules': phrase data or fixed wordings did, even if a model planned them. */
export type Realisation = 'model' | 'rules'

/** Raw output of a provider: exactly one start first and one end last. `null` is unknown, 0 is free. */
export type NarrativePart =
  | {
      readonly type: 'narrative-start'
      readonly model: string
      readonly warnings: readonly string[]
      /** Who chooses the words this time, where that differs from `capabilities.realisation`. */
      readonly realisation?: Realisation
    }
  | { readonly type: 'text-delta'; readonly text: string }
  /** Ends the sentence that the deltas since the last one made, and says what it rests on. */
  | { readonly type: 'sentence-end'; readonly factIds: readonly string[] }
  | { readonly type: 'narrative-end'; readonly finish: 'complete' | 'length' | 'filtered'; readonly usage: NarrativeUsage }

export interface NarrativeUsage {
  readonly inputTokens: number | null
  readonly outputTokens: number | null
  readonly cachedInputTokens: number | null
  readonly costMicroUsd: number | null
}
