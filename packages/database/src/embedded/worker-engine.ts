import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { DatabaseError } from '../database-error.js'
import type { Engine, StatementOutcome } from './engine.js'
import type { WorkerRequest } from './pglite.worker.js'

interface WorkerResponse {
  readonly id: number
  readonly outcome?: StatementOutcome
  readonly error?: unknown
}

/** Runs PGlite in a worker thread: its statements block that thread and no other. Rejects when the data directory cannot be opened. */
export async function openWorkerEngine(dataDirectory: string, signal?: AbortSignal): Promise<Engine> {
  signal?.throwIfAborted()
  const entry = new URL(`./pglite.worker${extname(import.meta.url)}`, import.meta.url)
  const worker = new Worker(entry, { workerData: { dataDirectory } })
  const { promise: ready, resolve, reject } = Promise.withResolvers<unknown>()
  const abort = () => reject(signal?.reason)
  signal?.addEventListener('abort', abort)
  worker.once('message', resolve).once('error', reject).once('exit', reject)
  try {
    await ready
    return new WorkerEngine(worker)
  } catch (error) {
    await worker.terminate()
    throw error
  } finally {
    signal?.removeEventListener('abort', abort)
    worker.off('error', reject).off('exit', reject)
  }
}

class WorkerEngine implements Engine {
  readonly #worker: Worker
  readonly #pending = new Map<number, PromiseWithResolvers<StatementOutcome | undefined>>()
  readonly #exited: Promise<void>
  #lastId = 0
  #stopped: DatabaseError | null = null

  constructor(worker: Worker) {
    this.#worker = worker
    this.#exited = new Promise((resolve) => worker.once('exit', () => resolve()))
    worker.on('message', (response: WorkerResponse) => this.#settle(response))
    worker.on('error', (error) => this.#stop(error))
    worker.on('exit', () => this.#stop(null))
  }

  async execute(statement: WorkerRequest['statement'] & object): Promise<StatementOutcome> {
    const outcome = await this.#request(statement)
    if (outcome === undefined) throw new TypeError('The worker answered a statement with nothing')
    return outcome
  }

  async close(): Promise<void> {
    if (this.#stopped === null) await this.#request(null)
    await this.#exited
  }

  #request(statement: WorkerRequest['statement']): Promise<StatementOutcome | undefined> {
    if (this.#stopped) return Promise.reject(this.#stopped)
    const request: WorkerRequest = { id: ++this.#lastId, statement }
    const pending = Promise.withResolvers<StatementOutcome | undefined>()
    this.#pending.set(request.id, pending)
    this.#worker.postMessage(request, [])
    return pending.promise
  }

  #settle({ id, outcome, error }: WorkerResponse): void {
    const pending = this.#pending.get(id)
    this.#pending.delete(id)
    if (error === undefined) pending?.resolve(outcome)
    else pending?.reject(error)
  }

  #stop(cause: unknown): void {
    this.#stopped ??= new DatabaseError('DATABASE_UNREACHABLE', 'The embedded database has stopped. Restart the process; what was acknowledged is kept.', {
      cause,
    })
    for (const pending of this.#pending.values()) pending.reject(this.#stopped)
    this.#pending.clear()
  }
}
