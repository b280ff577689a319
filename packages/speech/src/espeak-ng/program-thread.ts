import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { SpeechError, type SpeechErrorCode } from '../speech-error.js'
import type { ProgramRun } from './run-program.js'

export type ToThread = { readonly type: 'run'; readonly id: number; readonly run: Omit<ProgramRun, 'signal'> } | { readonly type: 'abort'; readonly id: number }

export type FromThread =
  | { readonly type: 'done'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly type: 'failed'; readonly id: number; readonly code: SpeechErrorCode; readonly message: string }

/** File that the thread runs. Under vitest this file is src/*.ts, and the thread is what the build made of it. */
function threadEntry(): string {
  const entry = fileURLToPath(new URL('./program-worker.js', import.meta.url))
  return existsSync(entry) ? entry : fileURLToPath(new URL('../../dist/espeak-ng/program-worker.js', import.meta.url))
}

/** Runs programs as `runProgram` does, from a thread of its own, which begins with the first of them and keeps no process alive. */
export class ProgramThread implements AsyncDisposable {
  #worker: Worker | null = null
  #count = 0
  readonly #waiting = new Map<number, PromiseWithResolvers<Buffer>>()

  /** Rejects with the reason of the signal, or with a SpeechError. */
  async run({ signal, ...run }: ProgramRun): Promise<Buffer> {
    signal.throwIfAborted()
    const id = ++this.#count
    const answer = Promise.withResolvers<Buffer>()
    this.#waiting.set(id, answer)
    // Its program is killed first: whoever is told has nothing left running.
    const abort = (): void => this.#send({ type: 'abort', id })
    signal.addEventListener('abort', abort, { once: true })
    this.#send({ type: 'run', id, run })
    try {
      return await answer.promise
    } catch (error) {
      signal.throwIfAborted()
      throw error
    } finally {
      signal.removeEventListener('abort', abort)
      this.#waiting.delete(id)
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.allSettled([...this.#waiting.values()].map(({ promise }) => promise))
    const worker = this.#worker
    this.#lose(new SpeechError('unavailable', 'it was closed'))
    await worker?.terminate()
  }

  #send(message: ToThread): void {
    this.#worker ??= this.#start()
    this.#worker.postMessage(message, [])
  }

  #start(): Worker {
    const worker = new Worker(threadEntry(), { env: {}, execArgv: [] })
    worker.unref()
    worker.on('message', (message: FromThread) => {
      const answer = this.#waiting.get(message.id)
      if (message.type === 'done') answer?.resolve(Buffer.from(message.bytes.buffer, message.bytes.byteOffset, message.bytes.byteLength))
      else answer?.reject(new SpeechError(message.code, message.message))
    })
    const lose = (why: string): void => {
      if (this.#worker === worker) this.#lose(new SpeechError('unavailable', why))
    }
    worker.once('error', (error) => lose(error instanceof Error ? error.message : String(error)))
    worker.once('exit', () => lose('its thread has ended'))
    return worker
  }

  /** Whoever waits hears of it; the next one starts another thread. */
  #lose(error: SpeechError): void {
    this.#worker = null
    for (const answer of this.#waiting.values()) answer.reject(error)
    this.#waiting.clear()
  }
}
