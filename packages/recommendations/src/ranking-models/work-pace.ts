import { setImmediate } from 'node:timers/promises'
import type { TrainOptions } from './ranking-model.js'

/** How long the thread is kept before others may use it, in milliseconds. */
const TURN = 12

/** Lets long work be stopped, be watched and be shared: call `reach` between blocks of some milliseconds. */
export class WorkPace {
  readonly #options: TrainOptions
  readonly #from: number
  readonly #to: number
  readonly #turn: { start: number }

  constructor(options: TrainOptions, from = 0, to = 1, turn = { start: performance.now() }) {
    this.#options = options
    this.#from = from
    this.#to = to
    this.#turn = turn
  }

  /** Says how much of the work is done, 0 to 1. Throws the signal's reason once it is aborted. */
  async reach(share: number): Promise<void> {
    this.#options.signal.throwIfAborted()
    if (performance.now() - this.#turn.start < TURN) return
    this.#options.onProgress?.(this.#from + (this.#to - this.#from) * share)
    await setImmediate()
    this.#options.signal.throwIfAborted()
    this.#turn.start = performance.now()
  }

  /** The pace of a part of the work, which runs from one share of the whole to another. */
  part(from: number, to: number): WorkPace {
    const width = this.#to - this.#from
    return new WorkPace(this.#options, this.#from + width * from, this.#from + width * to, this.#turn)
  }
}
