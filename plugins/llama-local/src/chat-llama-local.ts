import type { BaseChatModelCallOptions, BaseChatModelParams, LangSmithParams } from '@langchain/core/language_models/chat_models'
import { BaseChatModel } from '@langchain/core/language_models/chat_models'
import type { CallbackManagerForLLMRun } from '@langchain/core/callbacks/manager'
import { AIMessageChunk, type BaseMessage, type StandardMessageStructure } from '@langchain/core/messages'
import { ChatGenerationChunk, type ChatResult } from '@langchain/core/outputs'
import type { GenerateRequest } from './child/message.js'
import type { GenerationEvent } from './llama-child.js'

export interface ChatLlamaLocalCallOptions extends BaseChatModelCallOptions {
  /** JSON Schema that the answer is forced into, by grammar. */
  responseSchema?: object
  /** GBNF grammar that the answer is forced into, where there is no schema. */
  responseGrammar?: string
  /** All answers that the grammar allows: the rest of one is not computed once it is clear which. */
  responseChoices?: readonly string[]
  seed?: number
  maxTokens?: number
  temperature?: number
  /** How many messages at the beginning are the same in many calls: read once, and kept over restarts. Default: none. */
  sharedMessages?: number
}

interface Sampling {
  readonly temperature: number
  readonly topP: number
  /** 1: none. */
  readonly repeatPenalty: number
  readonly maxTokens: number
}

export interface ChatLlamaLocalFields extends BaseChatModelParams {
  readonly model: string
  readonly sampling: Sampling
  readonly generate: (request: GenerateRequest, signal: AbortSignal) => AsyncIterable<GenerationEvent>
}

/**
 * A chat model on llama.cpp. LangChain's own ChatLlamaCpp fails at its second call, knows no signal and no token limit, and uses the
 * template of Llama 2 for every model.
 */
export class ChatLlamaLocal extends BaseChatModel<ChatLlamaLocalCallOptions> {
  readonly #fields: ChatLlamaLocalFields

  constructor(fields: ChatLlamaLocalFields) {
    super(fields)
    this.#fields = fields
  }

  static override lc_name(): string {
    return 'ChatLlamaLocal'
  }

  override _llmType(): string {
    return 'llama-local'
  }

  override getLsParams(options: this['ParsedCallOptions']): LangSmithParams {
    const { model, sampling } = this.#fields
    return {
      ...super.getLsParams(options),
      ls_provider: 'llama-local',
      ls_model_name: model,
      ls_model_type: 'chat',
      ls_temperature: options.temperature ?? sampling.temperature,
    }
  }

  /** What an answer depends on beside the messages: a part of LangChain's cache key. */
  override invocationParams(options?: this['ParsedCallOptions']): object {
    const { seed, responseSchema, responseGrammar, responseChoices, maxTokens, temperature, stop } = options ?? {}
    return {
      ...this.#fields.sampling,
      ...(maxTokens && { maxTokens }),
      ...(temperature !== undefined && { temperature }),
      model: this.#fields.model,
      seed,
      responseSchema,
      responseGrammar,
      responseChoices,
      stop,
    }
  }

  override async _generate(messages: BaseMessage[], options: this['ParsedCallOptions'], runManager?: CallbackManagerForLLMRun): Promise<ChatResult> {
    let whole: ChatGenerationChunk | null = null
    for await (const chunk of this.#chunks(messages, options, runManager)) whole = whole === null ? chunk : whole.concat(chunk)
    return { generations: whole === null ? [] : [whole] }
  }

  override _streamResponseChunks(
    messages: BaseMessage[],
    options: this['ParsedCallOptions'],
    runManager?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatGenerationChunk> {
    return this.#chunks(messages, options, runManager)
  }

  async *#chunks(
    messages: readonly BaseMessage[],
    options: this['ParsedCallOptions'],
    runManager: CallbackManagerForLLMRun | undefined,
  ): AsyncGenerator<ChatGenerationChunk> {
    const signal = options.signal ?? new AbortController().signal
    for await (const event of this.#fields.generate(this.#toRequest(messages, options), signal)) {
      const chunk = toChunk(event, this.#fields.model)
      await runManager?.handleLLMNewToken(chunk.text, undefined, undefined, undefined, undefined, { chunk })
      yield chunk
    }
  }

  #toRequest(messages: readonly BaseMessage[], options: this['ParsedCallOptions']): GenerateRequest {
    const { sampling } = this.#fields
    return {
      messages: messages.map((message) => ({ role: roleOf(message), content: message.text })),
      sharedMessages: options.sharedMessages ?? 0,
      schema: options.responseSchema ?? null,
      grammar: options.responseGrammar ?? null,
      choices: options.responseChoices ?? null,
      maxTokens: options.maxTokens ?? sampling.maxTokens,
      temperature: options.temperature ?? sampling.temperature,
      topP: sampling.topP,
      repeatPenalty: sampling.repeatPenalty,
      seed: options.seed ?? null,
      stop: options.stop ?? [],
    }
  }
}

function toChunk(event: GenerationEvent, model: string): ChatGenerationChunk {
  if (event.type === 'text') return new ChatGenerationChunk({ text: event.text, message: new AIMessageChunk({ content: event.text }) })
  const { finish, inputTokens, cachedTokens, outputTokens } = event
  const message = new AIMessageChunk<StandardMessageStructure>({ content: '', response_metadata: { finish_reason: finish, model_name: model } })
  message.usage_metadata = {
    input_tokens: inputTokens,
    output_tokens: outputTokens,
    total_tokens: inputTokens + outputTokens,
    input_token_details: { cache_read: cachedTokens },
  }
  return new ChatGenerationChunk({ text: '', message, generationInfo: { finish_reason: finish } })
}

function roleOf(message: BaseMessage): 'system' | 'user' | 'assistant' {
  if (message.type === 'system') return 'system'
  return message.type === 'ai' ? 'assistant' : 'user'
}
