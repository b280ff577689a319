import type { After } from './dj-options.js'

/** One timer for any number of sessions: the earliest of their moments. */
export class Wheel {
  readonly #moments = new Map<string, { readonly at: number; readonly turn: () => void }>()
  #armed: { readonly at: number; readonly cancel: () => void } | null = null

  constructor(
    private readonly now: () => number,
    private readonly after: After,
  ) {}

  /** Calls `turn` at `at`, in milliseconds since 1970, instead of what was set for the session before; null: not at all. */
  set(sessionId: string, at: number | null, turn: () => void): void {
    if (at === null) this.#moments.delete(sessionId)
    else this.#moments.set(sessionId, { at, turn })
    if (at !== null && (this.#armed === null || at < this.#armed.at)) this.#arm(at)
  }

  stop(): void {
    this.#moments.clear()
    this.#armed?.cancel()
    this.#armed = null
  }

  #arm(at: number): void {
    this.#armed?.cancel()
    this.#armed = { at, cancel: this.after(Math.max(0, at - this.now()), () => this.#turn()) }
  }

  #turn(): void {
    this.#armed = null
    const now = this.now()
    const due = [...this.#moments].filter(([, { at }]) => at <= now).toSorted(([, one], [, other]) => one.at - other.at)
    for (const [id] of due) this.#moments.delete(id)
    for (const [, { turn }] of due) turn()
    const next = Math.min(...[...this.#moments.values()].map(({ at }) => at))
    const armed = this.#armed as { readonly at: number } | null
    if (Number.isFinite(next) && (armed === null || next < armed.at)) this.#arm(next)
  }
}
