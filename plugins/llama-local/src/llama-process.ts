import { NarrativeError } from '@linernotes/narrative-sdk'
import type { GenerateRequest } from './child/message.js'
import { LlamaChild, type GenerationEvent, type LlamaChildOptions } from './llama-child.js'
import { raceSignal } from './race-signal.js'

export interface LlamaProcessOptions extends LlamaChildOptions {
  /** The child ends after so long without work, and comes back with the next; null: never. */
  readonly idleUnloadMs: number | null
  readonly now: () => number
  readonly log: (event: string, data?: object) => void
}

/** What the processes of one model did since this one began. */
export interface LlamaMetrics {
  /** Of the process that has the model now; null: there is none. */
  readonly pid: number | null
  readonly rssBytes: number | null
  /** Answers that are computed, or wait for a sequence. */
  readonly running: number
  readonly answers: number
  readonly inputTokens: number
  /** Of the input: what did not have to be read again. */
  readonly cachedTokens: number
  readonly outputTokens: number
  /** Starts after the first. */
  readonly restarts: number
}

const firstBackoffMs = 1_000
const longestBackoffMs = 30_000

/** llama.cpp in a process of its own, so that its crash is not ours. Starts with the first request, and again after a crash. */
export class LlamaProcess implements AsyncDisposable {
  readonly #options: LlamaProcessOptions
  #child: LlamaChild | null = null
  #isReady = false
  #hasLoaded = false
  #failure: NarrativeError | null = null
  #failures = 0
  #mayStartAt = -Infinity
  #working = 0
  #idle: NodeJS.Timeout | undefined
  #isDisposed = false
  #starts = 0
  #done = { answers: 0, inputTokens: 0, cachedTokens: 0, outputTokens: 0 }

  constructor(options: LlamaProcessOptions) {
    this.#options = options
  }

  /** A child has loaded the model, be it this one or an earlier one. */
  get hasLoaded(): boolean {
    return this.#hasLoaded
  }

  get modelPath(): string {
    return this.#options.modelPath
  }

  /** The model is loaded. */
  get isReady(): boolean {
    return this.#isReady
  }

  /** Why the last child ended without being asked to; null once another has answered. */
  get failure(): NarrativeError | null {
    return this.#failure
  }

  get childPid(): number | null {
    return this.#child?.pid ?? null
  }

  get metrics(): LlamaMetrics {
    const child = this.#child
    return { pid: child?.pid ?? null, rssBytes: child?.rssBytes ?? null, running: this.#working, ...this.#done, restarts: Math.max(0, this.#starts - 1) }
  }

  /** Rejects with `signal.reason` on abort, else with NarrativeError only. A reader that breaks off stops the work. */
  async *generate(request: GenerateRequest, signal: AbortSignal): AsyncGenerator<GenerationEvent> {
    signal.throwIfAborted()
    clearTimeout(this.#idle)
    this.#working += 1
    try {
      const child = this.#child ?? this.#start()
      await raceSignal(child.ready, signal)
      for await (const event of child.generate(request, signal)) {
        if (event.type === 'end') this.#recover(event)
        yield event
      }
    } finally {
      this.#working -= 1
      this.#unloadWhenIdle()
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isDisposed = true
    clearTimeout(this.#idle)
    await this.#stop()
  }

  #start(): LlamaChild {
    const { now, log, modelPath, threads } = this.#options
    if (this.#isDisposed) throw new NarrativeError('unavailable', 'llama-local was shut down')
    const retryAfterMs = this.#mayStartAt - now()
    if (retryAfterMs > 0) {
      const message = `${this.#failure?.message ?? 'llama.cpp failed'}. It is started again in ${Math.ceil(retryAfterMs / 1000)} s.`
      throw new NarrativeError(this.#failure?.code ?? 'unavailable', message, { cause: this.#failure, retryAfterMs })
    }
    const child = new LlamaChild({ ...this.#options, onPrefix: (news) => log('llama-local.prefix', news) })
    this.#child = child
    this.#starts += 1
    log('llama-local.start', { modelPath, threads, pid: child.pid })
    void child.gone.then((failure) => this.#lose(child, failure))
    void this.#greet(child)
    return child
  }

  async #greet(child: LlamaChild): Promise<void> {
    const model = await child.ready.catch(() => null)
    if (model === null || this.#child !== child) return
    this.#isReady = true
    this.#hasLoaded = true
    this.#options.log('llama-local.ready', model)
  }

  /** The second failure in a row keeps the next start waiting: 1 s, 2 s, 4 s, ... 30 s. */
  #lose(child: LlamaChild, failure: NarrativeError): void {
    if (this.#child !== child) return
    this.#child = null
    this.#isReady = false
    this.#failure = failure
    this.#failures += 1
    if (this.#failures > 1) this.#mayStartAt = this.#options.now() + Math.min(firstBackoffMs * 2 ** (this.#failures - 2), longestBackoffMs)
    this.#options.log('llama-local.failed', { message: failure.message, failures: this.#failures })
  }

  #recover({ inputTokens, cachedTokens, outputTokens }: GenerationEvent & { type: 'end' }): void {
    this.#failure = null
    this.#failures = 0
    this.#done.answers += 1
    this.#done.inputTokens += inputTokens
    this.#done.cachedTokens += cachedTokens
    this.#done.outputTokens += outputTokens
  }

  #unloadWhenIdle(): void {
    const { idleUnloadMs, log } = this.#options
    if (this.#working > 0 || idleUnloadMs === null || this.#isDisposed) return
    this.#idle = setTimeout(() => {
      log('llama-local.unload')
      void this.#stop()
    }, idleUnloadMs)
    this.#idle.unref()
  }

  async #stop(): Promise<void> {
    const child = this.#child
    this.#child = null
    this.#isReady = false
    await child?.[Symbol.asyncDispose]()
  }
}
