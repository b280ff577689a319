import type { NarrativeRequest } from '../../request.js'

/** How a request becomes messages. Another way of writing (a plan first, then its wording) is another prompt. */
export interface NarrativePrompt {
  /** Changes with every change of the text: a part of the cache key. */
  readonly version: string
  build(request: NarrativeRequest, limits: PromptLimits): BuiltPrompt
}

export interface PromptLimits {
  /** All messages together; null: whatever is needed. */
  readonly maxCharacters: number | null
}

export interface BuiltPrompt {
  /**
   * The first message is the same, byte for byte, for every request, and all but the last are for requests with the same examples: engines keep this prefix.
   */
  readonly messages: readonly PromptMessage[]
  /** JSON Schema of the answer, plain enough for strict servers and grammar compilers. */
  readonly schema: object
  /** Ids that the answer may cite: those of the facts that are in the messages. */
  readonly factIds: readonly string[]
  /** What was left out of the request, one line each. */
  readonly warnings: readonly string[]
}

export interface PromptMessage {
  /** 'assistant': how an example was answered. */
  readonly role: 'system' | 'user' | 'assistant'
  readonly content: string
}
