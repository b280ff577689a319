import { checkRequest } from '../check-request.js'
import { completeCapabilities } from '../complete-capabilities.js'
import { NarrativeError } from '../error.js'
import type { NarrativePart } from '../part.js'
import type { Capabilities, NarrativeProvider, ProviderHealth } from '../provider.js'
import type { NarrativeRequest } from '../request.js'
import { ConcurrencyGate } from './concurrency-gate.js'
import { DraftToParts } from './draft-to-parts.js'
import { finishOfAnswer } from './finish-of-answer.js'
import type { CallContext, LangChainOptions, ModelSource, StreamingRunnable } from './langchain-options.js'
import { type ModelFinish, readModelChunk, UsageCounter } from './model-chunk.js'
import { passParts } from './pass-parts.js'
import { PlanRealiser } from './plan/plan-realiser.js'
import { composePrompt } from './prompt/compose-prompt.js'
import type { NarrativePrompt } from './prompt/narrative-prompt.js'
import { planPrompt } from './prompt/plan-prompt.js'
import { raceSignal } from './race-signal.js'
import { silentTracer } from './silent-tracer.js'
import { toNarrativeError } from './to-narrative-error.js'
import { Watchdog } from './watchdog.js'

/** A narrative provider over anything that streams like a LangChain Runnable. */
export class LangChainProvider<Input> implements NarrativeProvider {
  readonly capabilities: Capabilities
  readonly #model: ModelSource<StreamingRunnable<Input>>
  readonly #toInput: (context: CallContext) => Input
  readonly #options: LangChainOptions
  readonly #prompt: NarrativePrompt
  readonly #gate: ConcurrencyGate
  readonly #maxCharacters: number | null
  readonly #disposal = new AbortController()
  #disposed: Promise<void> | null = null

  constructor(model: ModelSource<StreamingRunnable<Input>>, toInput: (context: CallContext) => Input, options: LangChainOptions) {
    this.#model = model
    this.#toInput = toInput
    this.#options = options
    const mode = options.mode ?? 'words'
    this.#prompt = options.prompt ?? (mode === 'plan' ? planPrompt : composePrompt)
    const promptVersion = mode === 'plan' ? `${this.#prompt.version} ${PlanRealiser.version}` : this.#prompt.version
    this.capabilities = completeCapabilities({ realisation: 'model', ...(options.gives !== 'parts' && { mode }), ...options.capabilities, promptVersion })
    // Three characters to a token is on the safe side for the languages of the prompt.
    this.#maxCharacters = this.capabilities.maxInputTokens === null ? null : this.capabilities.maxInputTokens * 3
    this.#gate = new ConcurrencyGate(this.capabilities.maxConcurrency, options.queueLimit ?? 16)
  }

  async *narrate(request: NarrativeRequest, { signal }: { readonly signal: AbortSignal }): AsyncGenerator<NarrativePart> {
    signal.throwIfAborted()
    const warnings = checkRequest(request, this.capabilities)
    using watchdog = new Watchdog([signal, this.#disposal.signal], this.#options)
    let hasAnswered = false
    let leave: (() => void) | null = null
    try {
      leave = await this.#gate.enter(watchdog.signal)
      for await (const part of this.#answer(request, warnings, watchdog)) {
        watchdog.signal.throwIfAborted()
        hasAnswered ||= part.type === 'text-delta'
        yield part
      }
    } catch (error) {
      watchdog.signal.throwIfAborted()
      if (NarrativeError.isInstance(error)) throw error
      const branded = toNarrativeError(error, { now: this.#options.now ?? Date.now, hasAnswered })
      throw this.#options.explain?.(branded) ?? branded
    } finally {
      leave?.()
    }
  }

  async health({ signal }: { readonly signal: AbortSignal }): Promise<ProviderHealth> {
    signal.throwIfAborted()
    if (this.#options.health === undefined) return { state: 'up', detail: 'nobody was asked: this model has no health check' }
    return raceSignal(this.#options.health({ signal }), signal)
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#disposal.abort(new NarrativeError('unavailable', `${this.#options.model} was shut down`))
    this.#disposed ??= this.#options.dispose?.() ?? Promise.resolve()
    return this.#disposed
  }

  async *#answer(request: NarrativeRequest, warnings: readonly string[], watchdog: Watchdog): AsyncGenerator<NarrativePart> {
    const prompt = this.#prompt.build(request, { maxCharacters: this.#maxCharacters })
    if (this.#options.gives === 'parts') {
      const parts = watchdog.watch(await this.#open({ request, prompt, signal: watchdog.workSignal }))
      return yield* passParts(parts, [...warnings, ...prompt.warnings])
    }
    const realiser = this.#options.mode === 'plan' ? new PlanRealiser(request) : null
    const draft = new DraftToParts(prompt.factIds, (citation) => this.#options.log?.('narrative.unknown-citation', { citation }), realiser)
    const { model, prices } = this.#options.forRequest?.(request) ?? this.#options
    const realisation = this.#options.realisation ?? (realiser === null ? undefined : 'rules')
    const usage = new UsageCounter()
    let finish: ModelFinish | null = null
    let chunks = 0
    yield {
      type: 'narrative-start',
      model,
      warnings: [...warnings, ...prompt.warnings],
      ...(realisation !== undefined && { realisation }),
    }
    for await (const raw of watchdog.watch(await this.#open({ request, prompt, signal: watchdog.workSignal }))) {
      const chunk = readModelChunk(raw)
      chunks += 1
      usage.add(chunk)
      finish = chunk.isToolCall ? 'tool-call' : (chunk.finish ?? finish)
      yield* draft.read(chunk.text)
      if (draft.isBroken || finish === 'tool-call') break
    }
    yield* draft.finish()
    const end = finishOfAnswer({ finish, draft, chunks, finishReason: this.#options.finishReason ?? 'required' })
    yield { type: 'narrative-end', finish: end, usage: usage.usage(prices ?? null) }
  }

  async #open(context: CallContext): Promise<AsyncIterable<unknown>> {
    const { signal } = context
    const model = await raceSignal(Promise.resolve(typeof this.#model === 'function' ? this.#model(context) : this.#model), signal)
    const options = { ...this.#options.callOptions?.(context), signal, callbacks: [silentTracer] }
    return raceSignal(model.stream(this.#toInput(context), options), signal)
  }
}
