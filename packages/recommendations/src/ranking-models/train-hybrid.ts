import type { CompressedRows } from '../model/compressed-rows.js'
import { addGram } from './add-gram.js'
import { dampings } from './damp.js'
import { EASE_ITEMS } from './ease.js'
import { HYBRID_DEFAULTS, type HybridSettings } from './hybrid-settings.js'
import { HybridModel } from './hybrid.js'
import { IalsModel } from './ials.js'
import { invertSymmetric } from './invert-symmetric.js'
import { ItemWeights } from './item-weights.js'
import { mapValues } from './map-values.js'
import { keepColumns, mostPlayed } from './most-played.js'
import { countListeners } from './popularity.js'
import type { TrainingData } from './ranking-model.js'
import { zeroMatrix, type SquareMatrix } from './square-matrix.js'
import { stackRows } from './stack-rows.js'
import { tagRows } from './tag-rows.js'
import { strengthRows } from './taste.js'
import { factoriseRows } from './train-ials.js'
import type { WorkPace } from './work-pace.js'

/** Trains EASE and iALS with the tags as further rows. Friends take no part in training: they count when a listener is folded in. */
export async function trainHybrid(data: TrainingData, pace: WorkPace, seed: number, settings: HybridSettings = HYBRID_DEFAULTS): Promise<HybridModel> {
  const tags = data.itemTags === null ? null : tagRows(data.itemTags)
  const listeners = countListeners(data)
  const members = mostPlayed(listeners, EASE_ITEMS)
  const memberTags = tags === null || tags.values.length === 0 ? null : keepColumns(tags, members)
  const square = await invertTagged(keepColumns(strengthRows(data.interactions), members), memberTags, settings, pace.part(0, 0.6))
  const ease = ItemWeights.fromInverse(listeners.length, members, square)
  const played = mapValues(data.interactions, dampings.once)
  const vectors = await factoriseRows(tags === null ? played : stackRows(played, tags), pace.part(0.6, 1), seed, settings.ials)
  const popularity = listeners.map((count) => Math.log(Math.max(1, count)))
  return new HybridModel(ease, new IalsModel(vectors, settings.ials), popularity, settings)
}

async function invertTagged(listeners: CompressedRows, tags: CompressedRows | null, settings: HybridSettings, pace: WorkPace): Promise<SquareMatrix> {
  const matrix = zeroMatrix(listeners.columnCount)
  const { size, width, cells } = matrix
  await addGram(matrix, listeners, 1, pace.part(0, 0.01))
  if (tags !== null) await addGram(matrix, tags, (settings.tagShare * sumOfSquares(listeners)) / sumOfSquares(tags), pace.part(0.01, 0.1))
  let trace = 0
  for (let item = 0; item < size; item++) trace += cells[item * width + item]!
  // Any regularisation will do where nothing is known at all.
  const even = trace > 0 ? (settings.evenRegularisation * trace) / size : 1
  for (let item = 0; item < size; item++) cells[item * width + item]! += even + settings.ownRegularisation * cells[item * width + item]!
  await invertSymmetric(matrix, pace.part(0.1, 1))
  return matrix
}

/** 1 for no entries, so that dividing by it is harmless. */
const sumOfSquares = ({ values }: CompressedRows): number => (values.length === 0 ? 1 : values.reduce((sum, value) => sum + value ** 2, 0))
