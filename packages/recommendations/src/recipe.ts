import type { Stage } from './stage.js'

/** A named way to a list. */
export interface Recipe {
  readonly name: string
  /** Counts up whenever a stage or a number changes: part of the model version that a recommendation is filed under. */
  readonly version: number
  readonly stages: readonly Stage[]
  /** Heard items may return after this much silence; null: never. */
  readonly heardReturnsAfterMs: number | null
}
