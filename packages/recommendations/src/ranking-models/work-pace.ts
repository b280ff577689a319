import { setImmediate } from 'node:timers/promises'
import type { ResumableState } from './checkpoints.js'
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

  /**
   * Does so many steps, one after the other, beginning where an earlier training of the same name was interrupted. What the steps change must be in `state`, whole
   * after each of them.
   */
  async steps(name: string, count: number, state: ResumableState, step: (index: number, pace: WorkPace) => void | Promise<void>): Promise<void> {
    const { checkpoints } = this.#options
    const kept = checkpoints?.find(name) ?? null
    if (kept !== null) state.load(kept.arrays)
    for (let index = kept?.steps ?? 0; index < count; index++) {
      const pace = this.part(index / count, (index + 1) / count)
      await step(index, pace)
      checkpoints?.keep(name, () => ({ steps: index + 1, arrays: state.save() }), index + 1 === count)
      await pace.reach(1)
    }
  }

  /** The pace of a part of the work, which runs from one share of the whole to another. */
  part(from: number, to: number): WorkPace {
    const width = this.#to - this.#from
    return new WorkPace(this.#options, this.#from + width * from, this.#from + width * to, this.#turn)
  }
}
