/** Questions without an answer after which a process counts as hung. */
const mostMissed = 4

/**
 * Asks a process for a sign of life while it works. Counts questions, not time: after a pause of this process, or of the whole machine,
 * nothing has been missed.
 */
export class Heartbeat {
  readonly #ask: () => void
  readonly #onHang: () => void
  readonly #everyMs: number
  #timer: NodeJS.Timeout | null = null
  #missed = 0

  /** `hangMs`: silence after which `onHang` is called, once. */
  constructor(hangMs: number, ask: () => void, onHang: () => void) {
    this.#everyMs = hangMs / mostMissed
    this.#ask = ask
    this.#onHang = onHang
  }

  start(): void {
    if (this.#timer !== null) return
    this.#missed = 0
    this.#ask()
    this.#timer = setInterval(() => this.#beat(), this.#everyMs)
    this.#timer.unref()
  }

  /** Any message is a sign of life. */
  hear(): void {
    this.#missed = 0
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#timer = null
  }

  #beat(): void {
    this.#missed += 1
    if (this.#missed < mostMissed) return this.#ask()
    this.stop()
    this.#onHang()
  }
}
