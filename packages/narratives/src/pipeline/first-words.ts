import { DeadlineExceeded } from './deadline.js'

/** How many of the last times are kept, and with how few nothing is known yet. */
const kept = 20
const known = 5

/** Nobody is given up sooner, and nobody who takes less than so many times the longest of what it used to take. Times in milliseconds. */
const leastMs = 2_000
const allowance = 5

/** By how much the patience grows each time that it was too short: who has become slower is heard again. */
const growth = 1.5

/** One that was never heard is given half as long after each silence, but one time in so many all of it: a model that takes long to load has begun by then. */
const probe = 4

/**
 * How soon the first words of a provider come. One that used to begin at once and now is silent is given up long before the deadline, so that the next one has the
 * time; of one that is new, or slow as always, nothing is expected. One that is new and silent costs its time once, of those who ask at that
 * moment, and not of every listener.
 */
export class FirstWords {
  #times: number[] = []
  /** How long the last silence of one that was never heard was, and how many there were. */
  #silence = 0
  #silences = 0
  /** When the last of them ended: whoever had begun before learns nothing more by it. */
  #silentAt = -1

  /** How long to wait for the first word, in milliseconds; null: nothing is known yet. */
  get patienceMs(): number | null {
    if (this.#times.length >= known) return Math.max(leastMs, allowance * Math.max(...this.#times))
    return this.#silences % probe === 0 ? null : Math.max(leastMs, this.#silence / 2)
  }

  /** Runs `work` with a signal that also ends where the first word is overdue; `work` says when it came. */
  async within<T>(signal: AbortSignal, work: (signal: AbortSignal, heard: (milliseconds: number) => void) => Promise<T>): Promise<T> {
    const silence = new AbortController()
    const { patienceMs } = this
    const begun = performance.now()
    let isHeard = false
    const giveUp = (milliseconds: number): void => {
      if (this.#times.length >= known) this.#note((milliseconds * growth) / allowance)
      silence.abort(new DeadlineExceeded(milliseconds))
    }
    const timer = patienceMs === null ? undefined : setTimeout(() => giveUp(patienceMs), patienceMs)
    try {
      return await work(AbortSignal.any([signal, silence.signal]), (milliseconds) => {
        clearTimeout(timer)
        isHeard = true
        this.#silences = 0
        this.#note(milliseconds)
      })
    } finally {
      clearTimeout(timer)
      if (
        !isHeard &&
        begun >= this.#silentAt &&
        this.#times.length < known &&
        [signal, silence.signal].some(({ reason }) => reason instanceof DeadlineExceeded)
      ) {
        this.#silentAt = performance.now()
        this.#silence = this.#silentAt - begun
        this.#silences += 1
      }
    }
  }

  #note(milliseconds: number): void {
    this.#times = [...this.#times, milliseconds].slice(-kept)
  }
}
