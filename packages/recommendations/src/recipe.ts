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
  /** Whether it asks the trained model that is in force. Left out: it does not, and training changes nothing of it. */
  readonly asksTrainedModel?: true
  /** What a listener without a list lacks, in a sentence. Left out: `NOTHING_NEAR`. */
  readonly emptyBecause?: string
  /** Heard items may return after this much silence; null: never. */
  readonly heardReturnsAfterMs: number | null
}

/** Why a list is empty where a recipe has no words of its own for it. */
export const NOTHING_NEAR =
  'Nothing of these kinds lies near what is played here and may be recommended: it is heard, hidden, excluded, marked explicit, or was on show lately.'

/** The kinds that a list is made of: what was asked for and the recipe has; where it has none of that, what it has. */
export function kindsOf({ kinds }: Recipe, asked: readonly ItemKind[]): readonly ItemKind[] {
  const both = asked.filter((kind) => kinds?.includes(kind) ?? true)
  return both.length > 0 ? both : (kinds ?? asked)
}
