const windowMs = 60_000
const slotMs = 1_000

interface Slot {
  readonly at: number
  firstTries: number
  retries: number
}

/**
 * How often a provider may be tried again: within the last minute retries never exceed a share of first tries, so that an outage is not made worse by those who
 * hope. A quiet provider may be tried again once. After "Handling Overload" in Google's Site Reliability Engineering (2016), ch. 21, and Finagle's RetryBudget.
 */
export class RetryBudget {
  #slots: Slot[] = []

  constructor(
    private readonly share: number,
    /** Milliseconds from any start; never goes back. */
    private readonly clock: () => number,
  ) {}

  countFirstTry(): void {
    this.#slot().firstTries += 1
  }

  /** Takes one retry; false: there is none left. */
  spend(): boolean {
    const slot = this.#slot()
    const firstTries = this.#slots.reduce((sum, entry) => sum + entry.firstTries, 0)
    const retries = this.#slots.reduce((sum, entry) => sum + entry.retries, 0)
    if (retries + 1 > Math.max(1, Math.floor(firstTries * this.share))) return false
    slot.retries += 1
    return true
  }

  #slot(): Slot {
    const now = this.clock()
    this.#slots = this.#slots.filter(({ at }) => now - at < windowMs)
    const last = this.#slots.at(-1)
    if (last !== undefined && now - last.at < slotMs) return last
    const slot = { at: now, firstTries: 0, retries: 0 }
    this.#slots.push(slot)
    return slot
  }
}
