import type { After } from '@linernotes/dj'

/** A clock that stands still until it is moved to the next thing that waits for it. */
export class FakeClock {
  #now: number
  readonly #timers = new Set<{ readonly at: number; readonly callback: () => void }>()

  constructor(start: number) {
    this.#now = start
  }

  readonly now = (): number => this.#now

  readonly after: After = (milliseconds, callback) => {
    const timer = { at: this.#now + milliseconds, callback }
    this.#timers.add(timer)
    return () => this.#timers.delete(timer)
  }

  /** Moves to the earliest timer and lets it ring. false: nothing waits. */
  step(): boolean {
    const [next] = [...this.#timers].toSorted((one, other) => one.at - other.at)
    if (next === undefined) return false
    this.#timers.delete(next)
    this.#now = Math.max(this.#now, next.at)
    next.callback()
    return true
  }
}
