import { NarrativeError } from '@linernotes/narrative-sdk'

/** A backend that asks for longer is asked again once an hour: a day's quota may have been raised, and a typing error must not close it for a year. */
const longestMs = 3_600_000

/** The provider asked to be left alone, and that time is not over. */
export class AskedToWait extends Error {
  override readonly name = 'AskedToWait'
  constructor(readonly retryAfterMs: number) {
    super(`asked to be left alone for another ${retryAfterMs < 1_000 ? `${retryAfterMs} ms` : `${Math.ceil(retryAfterMs / 1_000)} s`}`)
  }
}

/** Keeps everybody away from a provider until the moment that it named in Retry-After. */
export class RetryAfterGate {
  #opensAt = 0

  /** Milliseconds from any start; never goes back. */
  constructor(private readonly clock: () => number) {}

  get remainingMs(): number {
    return Math.max(0, Math.ceil(this.#opensAt - this.clock()))
  }

  /** @throws {AskedToWait} while it is closed */
  pass(): void {
    const { remainingMs } = this
    if (remainingMs > 0) throw new AskedToWait(remainingMs)
  }

  /** Closes where the error says for how long. */
  note(error: unknown): void {
    if (!NarrativeError.isInstance(error) || error.retryAfterMs === null || !(error.retryAfterMs > 0)) return
    this.#opensAt = Math.max(this.#opensAt, this.clock() + Math.min(error.retryAfterMs, longestMs))
  }
}
