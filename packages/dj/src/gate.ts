interface Waiting {
  readonly isUrgent: boolean
  readonly enter: () => void
}

/** How wide it is now, and what a piece of work waits for once it is inside. */
export interface GateManner {
  width(): number
  standBack(isUrgent: boolean, signal: AbortSignal): Promise<void>
}

/**
 * Lets so many pieces of work in at a time: hundreds of sessions that plan ahead at once would stand before everybody else's queries, and none of them is in a hurry.
 * What is urgent goes first; else whoever came first.
 */
export class Gate {
  #inside = 0
  readonly #waiting: Waiting[] = []

  constructor(private readonly manner: GateManner) {}

  /** Rejects with `signal.reason` while it waits, and with what the work rejects with. */
  async pass<Value>(work: () => Promise<Value>, { isUrgent, signal }: { readonly isUrgent: boolean; readonly signal: AbortSignal }): Promise<Value> {
    const leave = await this.enter({ isUrgent, signal })
    try {
      await this.manner.standBack(isUrgent, signal)
      return await work()
    } finally {
      leave()
    }
  }

  /** The returned function leaves; calling it again does nothing. Rejects with `signal.reason` while it waits. */
  async enter({ isUrgent, signal }: { readonly isUrgent: boolean; readonly signal: AbortSignal }): Promise<() => void> {
    signal.throwIfAborted()
    if (this.#inside < this.manner.width()) this.#inside += 1
    else await this.#wait(isUrgent, signal)
    let isInside = true
    return () => {
      if (isInside) this.#leave()
      isInside = false
    }
  }

  async #wait(isUrgent: boolean, signal: AbortSignal): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const waiting: Waiting = { isUrgent, enter: resolve }
    const leave = (): void => {
      const place = this.#waiting.indexOf(waiting)
      if (place === -1) return
      this.#waiting.splice(place, 1)
      reject(signal.reason)
    }
    signal.addEventListener('abort', leave, { once: true })
    const behind = isUrgent ? this.#waiting.findIndex((other) => !other.isUrgent) : -1
    this.#waiting.splice(behind === -1 ? this.#waiting.length : behind, 0, waiting)
    await promise.finally(() => signal.removeEventListener('abort', leave))
  }

  /** The place goes to the next one; to two, where the gate has become wider, and to nobody, where it has become narrower. */
  #leave(): void {
    this.#inside -= 1
    while (this.#inside < this.manner.width()) {
      const next = this.#waiting.shift()
      if (next === undefined) return
      this.#inside += 1
      next.enter()
    }
  }
}
