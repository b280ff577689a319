import type { NarrativeError } from '../error.js'
import type { Realisation } from '../part.js'
import type { Capabilities, ProviderHealth } from '../provider.js'
import type { NarrativeRequest } from '../request.js'
import type { TokenPrices } from './model-chunk.js'
import type { BuiltPrompt, NarrativePrompt } from './prompt/narrative-prompt.js'

/** The part of a LangChain Runnable that is needed; every chat model has it. Structural, so that two copies of LangChain do no harm. */
export interface StreamingRunnable<Input> {
  stream(input: Input, options?: object): Promise<AsyncIterable<unknown>>
}

/** Role and content: the form of a message that every LangChain chat model takes. */
export type MessageTuple = [role: 'system' | 'user' | 'assistant', content: string]

export type StreamingChatModel = StreamingRunnable<MessageTuple[]>

/** What a Runnable other than a chat model is given. */
export interface RunnableInput {
  readonly request: NarrativeRequest
  readonly messages: MessageTuple[]
  readonly schema: object
}

export interface CallContext {
  readonly request: NarrativeRequest
  readonly prompt: BuiltPrompt
  readonly signal: AbortSignal
}

/** A model, or what makes one for a call: lazily, or with options that only a constructor takes. */
export type ModelSource<Model> = Model | ((context: CallContext) => Model | Promise<Model>)

export interface LangChainOptions {
  /** Reported as the narrative's model. */
  readonly model: string
  /** Defaults: both kinds, all styles, English, streaming, no structured output, no seed. Where the words go has no default. */
  readonly capabilities: Partial<Omit<Capabilities, 'promptVersion'>> & Pick<Capabilities, 'locality'>
  /**
   * 'words' (the default): the model writes the text. 'plan': it names facts and their order, and rules word them; for models that are too small to write.
   */
  readonly mode?: 'words' | 'plan' | undefined
  /** Default: `composePrompt`, or `planPrompt` for a plan. */
  readonly prompt?: NarrativePrompt
  /** What goes to the model with a call: a seed, a response format, ... */
  readonly callOptions?: (context: CallContext) => object
  /** Who chooses the words, where that is not the model: 'rules' if it only plans wordings that are fixed. */
  readonly realisation?: Realisation
  /** 'draft' (the default): text or message chunks that hold the answer. 'parts': the parts of a narrative as the contract has them, start and end included, with who wrote it. */
  readonly gives?: 'draft' | 'parts'
  /** 'required': a stream that ends without saying why it ends was cut. 'optional': a whole document is enough. */
  readonly finishReason?: 'required' | 'optional'
  /** For all of one narrative, waiting for a place included. Default: none, the caller's signal is enough. */
  readonly timeoutMs?: number | undefined
  /** Longest silence between two chunks, from the first one on. */
  readonly idleTimeoutMs?: number | undefined
  /** How many may wait where `capabilities.maxConcurrency` are at work; the next is refused as overloaded. Default 16. */
  readonly queueLimit?: number
  readonly prices?: TokenPrices | undefined
  /** What differs from one request to the next: an adapter for one style, with a price of its own. */
  readonly forRequest?: (request: NarrativeRequest) => { readonly model: string; readonly prices: TokenPrices | undefined }
  /** Cheap, without a narrative. Default: up, with a note that nothing was asked. */
  readonly health?: (options: { readonly signal: AbortSignal }) => Promise<ProviderHealth>
  /** Called once. */
  readonly dispose?: () => Promise<void>
  /** Says more about an error than the general rules can, such as the remedy. */
  readonly explain?: (error: NarrativeError) => NarrativeError
  readonly now?: () => number
  readonly log?: (event: string, data?: object) => void
}
