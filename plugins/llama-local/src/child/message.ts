/** What the child is told, once, first. */
export interface LoadOptions {
  readonly modelPath: string
  readonly threads: number
  /** Tokens per sequence. */
  readonly contextSize: number
  /** Texts written at the same time. */
  readonly sequences: number
}

export interface GenerateRequest {
  readonly messages: readonly { readonly role: 'system' | 'user' | 'assistant'; readonly content: string }[]
  /** JSON Schema that the answer is forced into; null: free text. */
  readonly schema: object | null
  /** GBNF grammar that the answer is forced into, where there is no schema. */
  readonly grammar: string | null
  readonly maxTokens: number
  readonly temperature: number
  readonly topP: number
  /** 1: none. */
  readonly repeatPenalty: number
  /** null: another one each time. */
  readonly seed: number | null
  /** Texts that end the answer; they are not part of it. */
  readonly stop: readonly string[]
}

export interface GenerationEnd {
  /** 'length': out of tokens. */
  readonly finish: 'stop' | 'length'
  readonly inputTokens: number
  /** Of the input: those that the last text of this sequence had in common. */
  readonly cachedTokens: number
  readonly outputTokens: number
}

export type ToChild =
  | { readonly type: 'load'; readonly options: LoadOptions }
  | { readonly type: 'generate'; readonly id: number; readonly request: GenerateRequest }
  | { readonly type: 'abort'; readonly id: number }

export type FromChild =
  | { readonly type: 'ready'; readonly trainContextSize: number }
  | { readonly type: 'refused'; readonly message: string }
  | { readonly type: 'text'; readonly id: number; readonly text: string }
  | ({ readonly type: 'done'; readonly id: number } & GenerationEnd)
  /** 'too-long': the prompt does not fit; 'failed': anything else. */
  | { readonly type: 'error'; readonly id: number; readonly reason: 'too-long' | 'failed'; readonly message: string }
  | { readonly type: 'aborted'; readonly id: number }
