import type { Triplets } from '../model/compressed-rows.js'
import type { ResumableState } from './checkpoints.js'

/** Entries that only grow, as state of a training. */
export function stateOfTriplets(triplets: Triplets): ResumableState {
  return {
    save: () => ({ rows: Uint32Array.from(triplets.rows), columns: Uint32Array.from(triplets.columns), values: Float64Array.from(triplets.values) }),
    load: (kept) => {
      for (const name of ['rows', 'columns', 'values'] as const) {
        triplets[name].length = 0
        for (const value of kept[name]!) triplets[name].push(value)
      }
    },
  }
}
