/** Between two requests of one client lies less than this. */
const QUIET_MS = 20
/** Whoever asked so lately asks again. */
const LATELY_MS = 500

/** The lists and texts that somebody waits for now. What can wait asks here whether it should: on one thread and one connection all work stands in one row. */
export class Foreground {
  #inside = 0
  #leftAt = -Infinity
  #settling: NodeJS.Timeout | null = null
  #waiting: (() => void)[] = []

  /** Somebody is waited on until the returned value is disposed of; doing so again changes nothing. */
  enter(): Disposable {
    this.#inside += 1
    if (this.#settling !== null) clearTimeout(this.#settling)
    this.#settling = null
    let isInside = true
    return {
      [Symbol.dispose]: () => {
        if (isInside) this.#leave()
        isInside = false
      },
    }
  }

  async attend<Value>(work: () => Promise<Value>): Promise<Value> {
    using _ = this.enter()
    return await work()
  }

  /** Somebody waits, or did a moment ago. */
  get isBusy(): boolean {
    return this.#inside > 0 || performance.now() - this.#leftAt < LATELY_MS
  }

  /** Settles once nobody waits: at once, where nobody does. */
  idle(): Promise<void> {
    if (this.#inside === 0 && this.#settling === null) return Promise.resolve()
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  #leave(): void {
    this.#inside -= 1
    if (this.#inside > 0) return
    this.#leftAt = performance.now()
    this.#settling = setTimeout(() => {
      this.#settling = null
      for (const resolve of this.#waiting.splice(0)) resolve()
    }, QUIET_MS)
  }
}
