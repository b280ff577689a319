import { fork, type ChildProcess } from 'node:child_process'
import { NarrativeError } from '@linernotes/narrative-sdk'
import { childEntry, childEnvironment } from './child-entry.js'
import type { FromChild, GenerateRequest, GenerationEnd, LoadOptions, PrefixNews, ToChild } from './child/message.js'
import { Heartbeat } from './heartbeat.js'
import { MessageQueue } from './message-queue.js'

export interface LlamaChildOptions extends LoadOptions {
  /** A child that has not answered an abort by then hangs in native code, and is killed. */
  readonly abortTimeoutMs: number
  /** A child that has not loaded its model by then is killed. */
  readonly loadTimeoutMs: number
  /** A child that works and gives no sign of life for so long is killed. */
  readonly hangTimeoutMs: number
  /** A child that takes more memory is killed; null: no limit. */
  readonly memoryLimitMb: number | null
  /** Hears what becomes of kept prefixes. */
  readonly onPrefix?: (news: PrefixNews) => void
}

export type GenerationEvent = { readonly type: 'text'; readonly text: string } | ({ readonly type: 'end' } & GenerationEnd)

interface Sink {
  push(message: FromChild): void
  fail(error: NarrativeError): void
}

const complaintCharacters = 400
const megabyte = 2 ** 20

/** One life of the child process, from its start to its end. */
export class LlamaChild implements AsyncDisposable {
  readonly pid: number | undefined
  /** The model is loaded; rejects with NarrativeError where it cannot be. */
  readonly ready: Promise<{ readonly trainContextSize: number; readonly rssBytes: number }>
  /** Resolves when the process has ended, with why. */
  readonly gone: Promise<NarrativeError>
  readonly #process: ChildProcess
  readonly #options: LlamaChildOptions
  readonly #sinks = new Map<number, Sink>()
  readonly #heartbeat: Heartbeat
  #requests = 0
  #failure: NarrativeError | null = null
  #rssBytes: number | null = null

  constructor(options: LlamaChildOptions) {
    this.#options = options
    this.#process = fork(childEntry(), { execArgv: [], env: childEnvironment(), stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    this.pid = this.#process.pid
    this.#heartbeat = new Heartbeat(
      options.hangTimeoutMs,
      () => this.#send({ type: 'ping' }),
      () => this.#kill(new NarrativeError('unavailable', `The llama.cpp process gave no sign of life for ${options.hangTimeoutMs / 1000} s and was killed`)),
    )
    this.gone = this.#whenGone()
    this.ready = this.#whenReady()
    const { modelPath, lora, threads, contextSize, sequences, prefixDirectory, prefixBytes } = options
    this.#send({ type: 'load', options: { modelPath, lora, threads, contextSize, sequences, prefixDirectory, prefixBytes } })
  }

  /** Memory that the process last said it takes; null: it has said nothing yet. */
  get rssBytes(): number | null {
    return this.#rssBytes
  }

  /** Rejects with `signal.reason` on abort, else with NarrativeError only. A reader that breaks off stops the work. */
  async *generate(request: GenerateRequest, signal: AbortSignal): AsyncGenerator<GenerationEvent> {
    const id = ++this.#requests
    const queue = new MessageQueue<FromChild>()
    this.#sinks.set(id, queue)
    this.#heartbeat.start()
    this.#send({ type: 'generate', id, request })
    let isOver = false
    try {
      while (!isOver) {
        const message = await queue.next(signal)
        isOver = message.type !== 'text'
        if (message.type === 'error') throw toNarrativeError(message)
        if (message.type === 'text') yield { type: 'text', text: message.text }
        if (message.type === 'done') yield { ...message, type: 'end' }
      }
    } finally {
      this.#forget(id)
      if (!isOver) this.#abort(id)
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#process.kill('SIGKILL')
    await this.gone
  }

  async #whenReady(): Promise<{ trainContextSize: number; rssBytes: number }> {
    const { modelPath, lora, loadTimeoutMs } = this.#options
    const overdue = setTimeout(() => {
      const remedy = 'Set a larger loadTimeoutMs for llama-local.'
      this.#kill(new NarrativeError('unavailable', `llama.cpp did not load ${modelPath} within ${loadTimeoutMs / 1000} s. ${remedy}`))
    }, loadTimeoutMs)
    const news = Promise.withResolvers<FromChild & { type: 'ready' }>()
    news.promise.catch(() => undefined) // whoever waits hears of it, and nobody may be waiting
    void this.gone.then((failure) => news.reject(failure))
    this.#process.on('message', (message: FromChild) => {
      this.#heartbeat.hear()
      if ('rssBytes' in message) this.#weigh(message.rssBytes)
      if (message.type === 'ready') news.resolve(message)
      else if (message.type === 'refused') {
        const remedy = 'Name another GGUF file in LLAMA_LOCAL_MODEL.'
        this.#kill(
          new NarrativeError(
            'misconfigured',
            `llama.cpp cannot load ${[modelPath, ...lora.map(({ path }) => path)].join(' with ')}: ${message.message}. ${remedy}`,
          ),
        )
      } else if (message.type === 'prefix') this.#options.onPrefix?.(message.news)
      else if ('id' in message) this.#sinks.get(message.id)?.push(message)
    })
    return await news.promise.finally(() => clearTimeout(overdue))
  }

  #whenGone(): Promise<NarrativeError> {
    let complaint = ''
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-complaintCharacters)
    })
    return new Promise((resolve) => {
      const end = (how: string) => {
        this.#heartbeat.stop()
        const failure =
          this.#failure ?? new NarrativeError('unavailable', `The llama.cpp process ended with ${how}${complaint === '' ? '' : `: ${complaint.trim()}`}`)
        for (const sink of this.#sinks.values()) sink.fail(failure)
        this.#sinks.clear()
        resolve(failure)
      }
      this.#process.once('error', (error) => end(error.message))
      this.#process.once('exit', (code, signal) => end(signal ?? `code ${code}`))
    })
  }

  #abort(id: number): void {
    const overdue = setTimeout(() => this.#process.kill('SIGKILL'), this.#options.abortTimeoutMs)
    const settle = () => {
      clearTimeout(overdue)
      this.#forget(id)
    }
    this.#sinks.set(id, { push: (message) => message.type !== 'text' && settle(), fail: settle })
    this.#send({ type: 'abort', id })
  }

  #forget(id: number): void {
    this.#sinks.delete(id)
    if (this.#sinks.size === 0) this.#heartbeat.stop()
  }

  #weigh(rssBytes: number): void {
    const { memoryLimitMb } = this.#options
    this.#rssBytes = rssBytes
    if (memoryLimitMb === null || rssBytes <= memoryLimitMb * megabyte) return
    const taken = Math.ceil(rssBytes / megabyte)
    const remedy = 'Raise memoryLimitMb, or choose a smaller model, contextSize or number of sequences.'
    this.#kill(new NarrativeError('overloaded', `The llama.cpp process took ${taken} MB where ${memoryLimitMb} MB are allowed, and was killed. ${remedy}`))
  }

  /** The first reason is the one that is told. */
  #kill(failure: NarrativeError): void {
    this.#failure ??= failure
    this.#process.kill('SIGKILL')
  }

  #send(message: ToChild): void {
    if (this.#process.connected) this.#process.send(message, () => undefined) // a child that is gone is noticed by its exit
  }
}

function toNarrativeError({ reason, message }: FromChild & { type: 'error' }): NarrativeError {
  if (reason === 'too-long') return new NarrativeError('unsupported', `${message}. Set a larger contextSize for llama-local.`)
  return new NarrativeError('internal', `llama.cpp failed: ${message}`)
}
