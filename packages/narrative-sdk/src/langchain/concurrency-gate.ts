import { NarrativeError } from '../error.js'
import { raceSignal } from './race-signal.js'

/** Lets at most `limit` through at once, in the order of arrival; refuses when `queueLimit` are waiting. */
export class ConcurrencyGate {
  readonly #limit: number
  readonly #queueLimit: number
  readonly #waiting = new Set<() => void>()
  #running = 0

  constructor(limit: number | null, queueLimit: number) {
    this.#limit = limit ?? Number.POSITIVE_INFINITY
    this.#queueLimit = queueLimit
  }

  /** Returns what gives the place back. */
  async enter(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted()
    if (this.#running >= this.#limit) {
      if (this.#waiting.size >= this.#queueLimit) {
        throw new NarrativeError(
          'overloaded',
          `${this.#running} narratives are being written and ${this.#waiting.size} are waiting; raise maxConcurrency or ask later`,
        )
      }
      await this.#wait(signal)
    } else {
      this.#running += 1
    }
    let left = false
    return () => {
      if (left) return
      left = true
      this.#leave()
    }
  }

  async #wait(signal: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#waiting.add(resolve)
    try {
      await raceSignal(promise, signal)
    } catch (error) {
      // Called at the same moment as aborted: the place goes to the next one.
      if (!this.#waiting.delete(resolve)) this.#leave()
      throw error
    }
  }

  #leave(): void {
    const next = this.#waiting.values().next().value
    if (next === undefined) {
      this.#running -= 1
      return
    }
    this.#waiting.delete(next)
    next()
  }
}
