import {
  LlamaGrammarEvaluationState,
  resolveChatWrapper,
  type ChatHistoryItem,
  type ChatWrapper,
  type LlamaContextSequence,
  type LlamaGrammar,
  type LlamaModel,
  type SequenceEvaluateOptions,
  type Token,
} from 'node-llama-cpp'
import { choose } from './choose.js'
import type { GrammarCache } from './grammar-cache.js'
import { JsonEnd } from './json-end.js'
import type { GenerateRequest, GenerationEnd } from './message.js'
import type { PrefixStore } from './prefix-store.js'
import type { Prompt } from './prompt.js'
import type { SequencePool } from './sequence-pool.js'
import { TextWriter } from './text-writer.js'

/** Room for an answer without which a prompt counts as too long. */
const leastRoom = 32
const punishedTokens = 64

export class PromptTooLongError extends Error {}

export interface GenerateOptions {
  readonly signal: AbortSignal
  readonly onText: (text: string) => void
}

export interface EngineParts {
  readonly model: LlamaModel
  readonly pool: SequencePool
  readonly grammars: GrammarCache
  /** null: what is read is kept by its sequence alone. */
  readonly prefixes: PrefixStore | null
  /** Tokens of prompt and answer together. */
  readonly contextSize: number
  readonly sliceTokens: number
}

/** One GGUF model in this process. */
export class Engine {
  readonly trainContextSize: number
  readonly #parts: EngineParts
  readonly #wrapper: ChatWrapper

  constructor(parts: EngineParts) {
    this.trainContextSize = parts.model.trainContextSize
    this.#parts = parts
    // The template in the file's own metadata. Message texts never become control tokens.
    this.#wrapper = resolveChatWrapper(parts.model, { warningLogs: false })
  }

  /** Rejects with `signal.reason` between two slices of the prompt or two tokens of the answer. */
  async generate(request: GenerateRequest, options: GenerateOptions): Promise<GenerationEnd> {
    const { model, pool, grammars, contextSize } = this.#parts
    options.signal.throwIfAborted()
    const { tokens, triggers } = this.#tokenize(request.messages)
    const room = contextSize - tokens.length
    if (room < leastRoom) throw new PromptTooLongError(`The prompt has ${tokens.length} tokens, the context holds ${contextSize}`)
    const prompt = { tokens, shared: this.#countShared(request, tokens) }
    const grammar = await grammars.find(request)
    return await pool.withSequence(prompt, options.signal, async (sequence) => {
      const cachedTokens = await this.#readPrompt(sequence, prompt, options.signal)
      const writer = new TextWriter(model, tokens, [...request.stop, ...triggers])
      const last = tokens.slice(sequence.nextTokenIndex)
      const limited = { ...request, maxTokens: Math.min(request.maxTokens, room - 1) }
      const sampling = this.#sampling(request, null, [])
      const answer =
        request.choices === null
          ? await this.#decode(sequence, last, limited, grammar, writer, options)
          : await choose(limited, last, { model, sequence, grammars, sampling, writer, ...options })
      return { ...answer, inputTokens: tokens.length, cachedTokens }
    })
  }

  #tokenize(messages: GenerateRequest['messages']): { tokens: Token[]; triggers: string[] } {
    const { contextText, stopGenerationTriggers } = this.#wrapper.generateContextState({ chatHistory: messages.map(toHistoryItem) })
    const triggers = stopGenerationTriggers.flatMap(({ values }) => values.filter((value) => typeof value === 'string'))
    return { tokens: contextText.tokenize(this.#parts.model.tokenizer), triggers }
  }

  /** Tokens that the shared messages begin every such prompt with; a template may end them otherwise where another message follows. */
  #countShared({ messages, sharedMessages }: GenerateRequest, tokens: readonly Token[]): number {
    if (sharedMessages === 0) return 0
    const alone = this.#tokenize(messages.slice(0, sharedMessages)).tokens
    const different = alone.findIndex((token, index) => token !== tokens[index])
    return Math.min(different < 0 ? alone.length : different, tokens.length - 1)
  }

  /** Everything but the last slice, which is read with the first word; returns how much of it was there already. */
  async #readPrompt(sequence: LlamaContextSequence, { tokens, shared }: Prompt, signal: AbortSignal): Promise<number> {
    const { prefixes, sliceTokens } = this.#parts
    const read = async (end: number): Promise<void> => {
      for (let from = sequence.nextTokenIndex; from < end; from = sequence.nextTokenIndex) {
        signal.throwIfAborted()
        await sequence.evaluateWithoutGeneratingNewTokens(tokens.slice(from, Math.min(from + sliceTokens, end)))
      }
    }
    let kept = sequence.nextTokenIndex
    if (kept < shared) {
      const isLoaded = (await prefixes?.fill(sequence, tokens.slice(0, shared), () => read(shared), signal)) ?? false
      if (isLoaded) kept = shared
      await read(shared)
    }
    const left = tokens.length - sequence.nextTokenIndex
    await read(tokens.length - (left % sliceTokens === 0 ? sliceTokens : left % sliceTokens))
    return kept
  }

  async #decode(
    sequence: LlamaContextSequence,
    last: Token[],
    request: GenerateRequest,
    grammar: LlamaGrammar | null,
    writer: TextWriter,
    { signal, onText }: GenerateOptions,
  ): Promise<{ finish: 'stop' | 'length'; outputTokens: number }> {
    const generated: Token[] = []
    const json = request.schema === null ? null : new JsonEnd()
    const show = (text: string): boolean => {
      const end = json?.read(text) ?? null
      const shown = end === null ? text : text.slice(0, end)
      if (shown !== '') onText(shown)
      return end !== null
    }
    for await (const token of sequence.evaluate(last, this.#sampling(request, grammar, generated))) {
      signal.throwIfAborted()
      generated.push(token)
      if (show(writer.write(token)) || writer.isStopped) return { finish: 'stop', outputTokens: generated.length }
      if (generated.length >= request.maxTokens) {
        show(writer.end())
        return { finish: 'length', outputTokens: generated.length }
      }
    }
    show(writer.end())
    return { finish: 'stop', outputTokens: generated.length }
  }

  #sampling(request: GenerateRequest, grammar: LlamaGrammar | null, generated: readonly Token[]): SequenceEvaluateOptions {
    return {
      temperature: request.temperature,
      topP: request.topP,
      ...(request.seed === null ? {} : { seed: request.seed }),
      ...(grammar === null ? {} : { grammarEvaluationState: new LlamaGrammarEvaluationState({ model: this.#parts.model, grammar }) }),
      ...(request.repeatPenalty === 1
        ? {}
        : { repeatPenalty: { punishTokens: () => generated.slice(-punishedTokens), maxPunishTokens: punishedTokens, penalty: request.repeatPenalty } }),
    }
  }
}

function toHistoryItem({ role, content }: GenerateRequest['messages'][number]): ChatHistoryItem {
  if (role === 'assistant') return { type: 'model', response: [content] }
  return { type: role, text: content }
}
