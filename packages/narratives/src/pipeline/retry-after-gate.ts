import { NarrativeError } from '@linernotes/narrative-sdk'

/** A backend that asks for longer is asked again then, by one request: a quota may have been raised, and a typing error must not close it for a day. */
const longestMs = 300_000

/** How long the others wait for what that one hears. */
const probeMs = 10_000

/** The provider asked to be left alone, and that time is not over. */
export class AskedToWait extends Error {
  override readonly name = 'AskedToWait'
  constructor(readonly retryAfterMs: number) {
    super(`asked to be left alone for another ${retryAfterMs < 1_000 ? `${retryAfterMs} ms` : `${Math.ceil(retryAfterMs / 1_000)} s`}`)
  }
}

/** Keeps everybody away from a provider until the moment that it named in Retry-After, or until one of them has tried. */
export class RetryAfterGate {
  #opensAt = 0
  #isShortened = false

  /** Milliseconds from any start; never goes back. */
  constructor(private readonly clock: () => number) {}

  get remainingMs(): number {
    return Math.max(0, Math.ceil(this.#opensAt - this.clock()))
  }

  /** @throws {AskedToWait} while it is closed */
  check(): void {
    const { remainingMs } = this
    if (remainingMs > 0) throw new AskedToWait(remainingMs)
  }

  /**
   * Goes through. True: as the one that tries whether the provider is back before the time that it named; the others wait for what comes of it.
   * @throws {AskedToWait} while it is closed
   */
  pass(): boolean {
    this.check()
    if (this.#isShortened) this.#opensAt = this.clock() + probeMs
    return this.#isShortened
  }

  /** It is back. */
  open(): void {
    this.#opensAt = 0
    this.#isShortened = false
  }

  /** Closes where the error says for how long. */
  note(error: unknown): void {
    if (!NarrativeError.isInstance(error) || error.retryAfterMs === null || !(error.retryAfterMs > 0)) return
    const opensAt = this.clock() + Math.min(error.retryAfterMs, longestMs)
    if (opensAt < this.#opensAt) return
    this.#opensAt = opensAt
    this.#isShortened = error.retryAfterMs > longestMs
  }
}
