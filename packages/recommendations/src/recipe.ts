import type { Stage } from './stage.js'
import type { ItemKind } from './suggestion.js'

/** A named way to a list. */
export interface Recipe {
  readonly name: string
  /** Counts up whenever a stage or a number changes: part of the model version that a recommendation is filed under. */
  readonly version: number
  readonly stages: readonly Stage[]
  /** What it can be asked for. Left out: both kinds. */
  readonly kinds?: readonly ItemKind[]
  /** Heard items may return after this much silence; null: never. */
  readonly heardReturnsAfterMs: number | null
}

/** The kinds that a list is made of: what was asked for and the recipe has; where it has none of that, what it has. */
export function kindsOf({ kinds }: Recipe, asked: readonly ItemKind[]): readonly ItemKind[] {
  const both = asked.filter((kind) => kinds?.includes(kind) ?? true)
  return both.length > 0 ? both : (kinds ?? asked)
}
