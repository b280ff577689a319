import { columnsOf, transpose, type CompressedRows } from '../model/compressed-rows.js'
import { seededChance } from '../seeded-chance.js'
import { stateOf } from './checkpoints.js'
import { dampings } from './damp.js'
import { IALS_DEFAULTS, type IalsSettings } from './ials-settings.js'
import { IalsModel } from './ials.js'
import { mapValues, valuesOf } from './map-values.js'
import type { TrainingData } from './ranking-model.js'
import { RowSolver } from './row-solver.js'
import type { WorkPace } from './work-pace.js'

/** Spread of the first vectors' lengths (Rendle et al. 2022). */
const FIRST_LENGTH = 0.1

/** iALS with weight 1 for all that was played, however often. */
export async function trainIals(data: TrainingData, pace: WorkPace, seed: number, settings: IalsSettings = IALS_DEFAULTS): Promise<IalsModel> {
  return new IalsModel(await factoriseRows(mapValues(data.interactions, dampings.once), pace, seed, settings), settings)
}

/**
 * The item vectors for rows (listeners, or whatever else has items) x items with the weight of each pair. Alternating least squares: in a sweep, every row's
 * vector is solved with the items held, then every item's with the rows held.
 */
export async function factoriseRows(listeners: CompressedRows, pace: WorkPace, seed: number, settings: IalsSettings): Promise<Float64Array> {
  const items = transpose(listeners)
  const { random } = seededChance(seed)
  const itemVectors = firstVectors(items.rowCount, settings.dimensions, random)
  const listenerVectors = firstVectors(listeners.rowCount, settings.dimensions, random)
  await pace.steps('vectors', settings.sweeps, stateOf({ items: itemVectors, listeners: listenerVectors }), async (_sweep, within) => {
    await solveRows(listeners, listenerVectors, itemVectors, settings, within.part(0, 0.5))
    await solveRows(items, itemVectors, listenerVectors, settings, within.part(0.5, 1))
  })
  return itemVectors
}

async function solveRows(rows: CompressedRows, vectors: Float64Array, others: Float64Array, settings: IalsSettings, pace: WorkPace): Promise<void> {
  const size = settings.dimensions
  const solver = new RowSolver(others, rows.columnCount, settings)
  for (let row = 0; row < rows.rowCount; row++) {
    solver.solve(columnsOf(rows, row), valuesOf(rows, row), vectors.subarray(row * size, (row + 1) * size))
    await pace.reach((row + 1) / rows.rowCount)
  }
}

/** Normal numbers by Box and Muller (1958), each vector about FIRST_LENGTH long. */
function firstVectors(count: number, dimensions: number, random: () => number): Float64Array {
  const spread = FIRST_LENGTH / Math.sqrt(dimensions)
  return Float64Array.from({ length: count * dimensions }, () => spread * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()))
}
