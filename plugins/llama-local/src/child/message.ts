/** A LoRA adapter as GGUF, and how strongly it counts: 1 as it was trained, 0 not at all. */
export interface LoraAdapter {
  readonly path: string
  readonly scale: number
}

/** What the child is told, once, first. */
export interface LoadOptions {
  readonly modelPath: string
  readonly lora: readonly LoraAdapter[]
  readonly threads: number
  /** Tokens per sequence. */
  readonly contextSize: number
  /** Texts written at the same time. */
  readonly sequences: number
  /** Where read beginnings of prompts are kept over restarts; null: nowhere. */
  readonly prefixDirectory: string | null
  /** Bytes of all of them together. */
  readonly prefixBytes: number
}

export interface GenerateRequest {
  readonly messages: readonly { readonly role: 'system' | 'user' | 'assistant'; readonly content: string }[]
  /** How many messages at the beginning are the same in many requests: they are read once, and kept. */
  readonly sharedMessages: number
  /** JSON Schema that the answer is forced into; null: free text. */
  readonly schema: object | null
  /** GBNF grammar that the answer is forced into, where there is no schema. */
  readonly grammar: string | null
  /** The answer is one of these, and ends as soon as it can be no other; null: anything else. */
  readonly choices: readonly string[] | null
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
  /** Of the input: those that did not have to be read again. */
  readonly cachedTokens: number
  readonly outputTokens: number
}

/** What became of the shared beginning of a prompt: 'loaded' from its file, 'kept' in one, 'ignored' because the file was not what was written. */
export interface PrefixNews {
  readonly event: 'loaded' | 'kept' | 'ignored' | 'not-kept'
  readonly tokens: number
  readonly reason: string | null
}

export type ToChild =
  | { readonly type: 'load'; readonly options: LoadOptions }
  | { readonly type: 'generate'; readonly id: number; readonly request: GenerateRequest }
  | { readonly type: 'abort'; readonly id: number }
  | { readonly type: 'ping' }

export type FromChild =
  | { readonly type: 'ready'; readonly trainContextSize: number; readonly rssBytes: number }
  | { readonly type: 'pong'; readonly rssBytes: number }
  | { readonly type: 'prefix'; readonly news: PrefixNews }
  | { readonly type: 'refused'; readonly message: string }
  | { readonly type: 'text'; readonly id: number; readonly text: string }
  | ({ readonly type: 'done'; readonly id: number } & GenerationEnd)
  /** 'too-long': the prompt does not fit; 'failed': anything else. */
  | { readonly type: 'error'; readonly id: number; readonly reason: 'too-long' | 'failed'; readonly message: string }
  | { readonly type: 'aborted'; readonly id: number }
