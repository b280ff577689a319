import { createHash } from 'node:crypto'
import {
  getLlama,
  LlamaGrammarEvaluationState,
  LlamaLogLevel,
  resolveChatWrapper,
  type ChatHistoryItem,
  type ChatWrapper,
  type Llama,
  type LlamaContextSequence,
  type LlamaGrammar,
  type LlamaModel,
  type SequenceEvaluateOptions,
  type Token,
} from 'node-llama-cpp'
import { checkGguf } from './check-gguf.js'
import { compileSchema, compileText } from './compile-grammar.js'
import { JsonEnd } from './json-end.js'
import type { GenerateRequest, GenerationEnd, LoadOptions } from './message.js'
import { SequencePool, sliceTokens } from './sequence-pool.js'
import { TextWriter } from './text-writer.js'

/** Room for an answer without which a prompt counts as too long. */
const leastRoom = 32
const punishedTokens = 64
const keptGrammars = 32

export class PromptTooLongError extends Error {}

export interface GenerateOptions {
  readonly signal: AbortSignal
  readonly onText: (text: string) => void
}

/** One GGUF model in this process. */
export class Engine {
  readonly trainContextSize: number
  readonly #llama: Llama
  readonly #model: LlamaModel
  readonly #pool: SequencePool
  readonly #wrapper: ChatWrapper
  readonly #contextSize: number
  readonly #grammars = new Map<string, Promise<LlamaGrammar>>()

  constructor(llama: Llama, model: LlamaModel, pool: SequencePool, contextSize: number) {
    this.trainContextSize = model.trainContextSize
    this.#llama = llama
    this.#model = model
    this.#pool = pool
    this.#contextSize = contextSize
    // The template in the file's own metadata. Message texts never become control tokens.
    this.#wrapper = resolveChatWrapper(model, { warningLogs: false })
  }

  /** Rejects with `signal.reason` between two slices of the prompt or two tokens of the answer. */
  async generate(request: GenerateRequest, options: GenerateOptions): Promise<GenerationEnd> {
    options.signal.throwIfAborted()
    const { contextText, stopGenerationTriggers } = this.#wrapper.generateContextState({ chatHistory: request.messages.map(toHistoryItem) })
    const tokens = contextText.tokenize(this.#model.tokenizer)
    const room = this.#contextSize - tokens.length
    if (room < leastRoom) throw new PromptTooLongError(`The prompt has ${tokens.length} tokens, the context holds ${this.#contextSize}`)
    const grammar = await this.#grammarOf(request)
    const triggers = stopGenerationTriggers.flatMap(({ values }) => values.filter((value) => typeof value === 'string'))
    return await this.#pool.withSequence(tokens, options.signal, async (sequence) => {
      const cachedTokens = sequence.nextTokenIndex
      for (let from = cachedTokens; from < tokens.length - 1; from += sliceTokens) {
        options.signal.throwIfAborted()
        await sequence.evaluateWithoutGeneratingNewTokens(tokens.slice(from, Math.min(from + sliceTokens, tokens.length - 1)))
      }
      const writer = new TextWriter(this.#model, tokens, [...request.stop, ...triggers])
      const answer = await this.#decode(sequence, tokens.slice(-1), { ...request, maxTokens: Math.min(request.maxTokens, room - 1) }, grammar, writer, options)
      return { ...answer, inputTokens: tokens.length, cachedTokens }
    })
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
      if (text !== '') onText(end === null ? text : text.slice(0, end))
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
      ...(grammar === null ? {} : { grammarEvaluationState: new LlamaGrammarEvaluationState({ model: this.#model, grammar }) }),
      ...(request.repeatPenalty === 1
        ? {}
        : { repeatPenalty: { punishTokens: () => generated.slice(-punishedTokens), maxPunishTokens: punishedTokens, penalty: request.repeatPenalty } }),
    }
  }

  async #grammarOf({ schema, grammar }: GenerateRequest): Promise<LlamaGrammar | null> {
    if (schema !== null) return await this.#keep(JSON.stringify(schema), () => compileSchema(this.#llama, schema))
    return grammar === null ? null : await this.#keep(grammar, () => compileText(this.#llama, grammar))
  }

  #keep(source: string, compile: () => Promise<LlamaGrammar>): Promise<LlamaGrammar> {
    const key = createHash('sha256').update(source).digest('hex')
    const known = this.#grammars.get(key)
    if (known !== undefined) return known
    const oldest = this.#grammars.keys().next().value
    if (this.#grammars.size >= keptGrammars && oldest !== undefined) this.#grammars.delete(oldest)
    const grammar = compile()
    this.#grammars.set(key, grammar)
    return grammar
  }
}

/** Never downloads and never compiles llama.cpp: the prebuilt binary of the package, or an error. */
export async function loadEngine(options: LoadOptions): Promise<Engine> {
  await checkGguf(options.modelPath)
  const llama = await getLlama({
    gpu: false,
    build: 'never',
    skipDownload: true,
    maxThreads: options.threads,
    logLevel: LlamaLogLevel.error,
    progressLogs: false,
  })
  const model = await llama.loadModel({ modelPath: options.modelPath })
  const context = await model.createContext({
    contextSize: options.contextSize,
    sequences: options.sequences,
    batchSize: sliceTokens,
    threads: options.threads,
  })
  return new Engine(llama, model, new SequencePool(context), options.contextSize)
}

function toHistoryItem({ role, content }: GenerateRequest['messages'][number]): ChatHistoryItem {
  if (role === 'assistant') return { type: 'model', response: [content] }
  return { type: role, text: content }
}
