import { fork, type ChildProcess } from 'node:child_process'
import { NarrativeError } from '@linernotes/narrative-sdk'
import { childEntry, childEnvironment } from './child-entry.js'
import type { FromChild, GenerateRequest, GenerationEnd, LoadOptions, ToChild } from './child/message.js'
import { MessageQueue } from './message-queue.js'

export interface LlamaChildOptions extends LoadOptions {
  /** A child that has not answered an abort by then hangs in native code, and is killed. */
  readonly abortTimeoutMs: number
  /** A child that has not loaded its model by then is killed. */
  readonly loadTimeoutMs: number
}

export type GenerationEvent = { readonly type: 'text'; readonly text: string } | ({ readonly type: 'end' } & GenerationEnd)

interface Sink {
  push(message: FromChild): void
  fail(error: NarrativeError): void
}

const complaintCharacters = 400

/** One life of the child process, from its start to its end. */
export class LlamaChild implements AsyncDisposable {
  readonly pid: number | undefined
  /** The model is loaded; rejects with NarrativeError where it cannot be. */
  readonly ready: Promise<{ readonly trainContextSize: number }>
  /** Resolves when the process has ended, with why. */
  readonly gone: Promise<NarrativeError>
  readonly #process: ChildProcess
  readonly #options: LlamaChildOptions
  readonly #sinks = new Map<number, Sink>()
  #requests = 0
  #failure: NarrativeError | null = null

  constructor(options: LlamaChildOptions) {
    this.#options = options
    this.#process = fork(childEntry(), { execArgv: [], env: childEnvironment(), stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    this.pid = this.#process.pid
    this.gone = this.#whenGone()
    this.ready = this.#whenReady()
    const { modelPath, threads, contextSize, sequences } = options
    this.#send({ type: 'load', options: { modelPath, threads, contextSize, sequences } })
  }

  /** Rejects with `signal.reason` on abort, else with NarrativeError only. A reader that breaks off stops the work. */
  async *generate(request: GenerateRequest, signal: AbortSignal): AsyncGenerator<GenerationEvent> {
    const id = ++this.#requests
    const queue = new MessageQueue<FromChild>()
    this.#sinks.set(id, queue)
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
      this.#sinks.delete(id)
      if (!isOver) this.#abort(id)
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#process.kill('SIGKILL')
    await this.gone
  }

  async #whenReady(): Promise<{ trainContextSize: number }> {
    const { modelPath, loadTimeoutMs } = this.#options
    const overdue = setTimeout(() => {
      this.#failure = new NarrativeError(
        'unavailable',
        `llama.cpp did not load ${modelPath} within ${loadTimeoutMs / 1000} s. Set a larger loadTimeoutMs for llama-local.`,
      )
      this.#process.kill('SIGKILL')
    }, loadTimeoutMs)
    const news = Promise.withResolvers<{ trainContextSize: number }>()
    news.promise.catch(() => undefined) // whoever waits hears of it, and nobody may be waiting
    void this.gone.then((failure) => news.reject(failure))
    this.#process.on('message', (message: FromChild) => {
      if (message.type === 'ready') news.resolve(message)
      else if (message.type === 'refused') {
        const remedy = 'Name another GGUF file in LLAMA_LOCAL_MODEL.'
        this.#failure = new NarrativeError('misconfigured', `llama.cpp cannot load ${modelPath}: ${message.message}. ${remedy}`)
        this.#process.kill('SIGKILL')
      } else this.#sinks.get(message.id)?.push(message)
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
      this.#sinks.delete(id)
    }
    this.#sinks.set(id, { push: (message) => message.type !== 'text' && settle(), fail: settle })
    this.#send({ type: 'abort', id })
  }

  #send(message: ToChild): void {
    if (this.#process.connected) this.#process.send(message, () => undefined) // a child that is gone is noticed by its exit
  }
}

function toNarrativeError({ reason, message }: FromChild & { type: 'error' }): NarrativeError {
  if (reason === 'too-long') return new NarrativeError('unsupported', `${message}. Set a larger contextSize for llama-local.`)
  return new NarrativeError('internal', `llama.cpp failed: ${message}`)
}
