import type { ModelName } from '../ranking-models/ranking-model.js'
import type { TableSource } from './reading/read-table.js'

/** Three files; or one that is split by user: a share of its users is held out. */
export type InteractionSources =
  | { readonly interactions: TableSource; readonly foldIn: TableSource; readonly test: TableSource }
  | { readonly whole: TableSource; readonly holdout: number }

export interface EvaluationRequest {
  readonly sources: InteractionSources
  readonly tags: TableSource | null
  readonly friends: TableSource | null
  /** Directory that the parts of a split are written to; null: they are not. */
  readonly writeSplit: string | null
  readonly models: readonly ModelName[]
  /** Lengths of the lists that are measured. */
  readonly ks: readonly number[]
  readonly minItemUsers: number
  /** How many tags a calibration mix is made of, the most common ones. */
  readonly calibrationTags: number
  /** Measure also lists that are calibrated so strongly; null: do not. */
  readonly calibrate: number | null
  /** Of the split, of the models and of the intervals. */
  readonly seed: number
}
