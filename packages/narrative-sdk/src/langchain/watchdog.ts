import { NarrativeError } from '../error.js'
import { raceSignal } from './race-signal.js'

/** Bounds one piece of work: by the signals it is given, in all, and in its silences. Leaving it stops the work. */
export class Watchdog implements Disposable {
  /** Aborts with the reason why the work has to fail. */
  readonly signal: AbortSignal
  /** For whoever does the work: aborts also when nobody reads any more. */
  readonly workSignal: AbortSignal
  readonly #alarms = new AbortController()
  readonly #leaving = new AbortController()
  readonly #idleTimeoutMs: number | undefined
  readonly #total: NodeJS.Timeout | undefined

  constructor(signals: readonly AbortSignal[], limits: { readonly timeoutMs?: number | undefined; readonly idleTimeoutMs?: number | undefined }) {
    this.signal = AbortSignal.any([...signals, this.#alarms.signal])
    this.workSignal = AbortSignal.any([this.signal, this.#leaving.signal])
    this.#idleTimeoutMs = limits.idleTimeoutMs
    this.#total = this.#alarm(limits.timeoutMs, `No complete answer within ${limits.timeoutMs} ms`)
  }

  /** The items of `source`, until something runs out. Does not wait for a source that is deaf to the signal. */
  async *watch(source: AsyncIterable<unknown>): AsyncGenerator<unknown> {
    const iterator = source[Symbol.asyncIterator]()
    let isFinished = false
    let idle: NodeJS.Timeout | undefined
    try {
      while (!isFinished) {
        const result = await raceSignal(iterator.next(), this.signal)
        clearTimeout(idle)
        isFinished = result.done === true
        if (result.done !== true) yield result.value
        idle = isFinished ? undefined : this.#alarm(this.#idleTimeoutMs, `The answer stalled: nothing came for ${this.#idleTimeoutMs} ms`)
      }
    } finally {
      clearTimeout(idle)
      if (!isFinished) {
        this.#leaving.abort()
        closeInBackground(iterator)
      }
    }
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#total)
    this.#leaving.abort()
  }

  #alarm(milliseconds: number | undefined, message: string): NodeJS.Timeout | undefined {
    if (milliseconds === undefined) return undefined
    return setTimeout(() => this.#alarms.abort(new NarrativeError('timeout', message)), milliseconds)
  }
}

function closeInBackground(iterator: AsyncIterator<unknown>): void {
  // What a stopped stream still has to say about being stopped is of no interest.
  void (async () => iterator.return?.())().catch(() => undefined)
}
