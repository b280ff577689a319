/** Lets so many in at once; the others wait in order, and leave with their signal's reason. */
export class VoiceGate {
  #inside = 0
  readonly #waiting: (() => void)[] = []

  /** null is unlimited. */
  constructor(private readonly most: number | null) {}

  async run<Value>(signal: AbortSignal, work: () => Promise<Value>): Promise<Value> {
    await this.#enter(signal)
    try {
      return await work()
    } finally {
      this.#inside -= 1
      this.#waiting.shift()?.()
    }
  }

  #enter(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    if (this.most === null || this.#inside < this.most) {
      this.#inside += 1
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1)
        reject(signal.reason as Error)
      }
      const enter = (): void => {
        signal.removeEventListener('abort', leave)
        this.#inside += 1
        resolve()
      }
      signal.addEventListener('abort', leave, { once: true })
      this.#waiting.push(enter)
    })
  }
}
