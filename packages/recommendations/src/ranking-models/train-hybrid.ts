import type { CompressedRows } from '../model/compressed-rows.js'
import { addGram } from './add-gram.js'
import { dampings } from './damp.js'
import { HYBRID_DEFAULTS, type HybridSettings } from './hybrid-settings.js'
import { HybridModel } from './hybrid.js'
import { IalsModel } from './ials.js'
import { invertSymmetric } from './invert-symmetric.js'
import { ItemWeights } from './item-weights.js'
import { mapValues } from './map-values.js'
import { countListeners } from './popularity.js'
import type { TrainingData } from './ranking-model.js'
import { zeroMatrix } from './square-matrix.js'
import { stackRows } from './stack-rows.js'
import { tagRows } from './tag-rows.js'
import { strengthRows } from './taste.js'
import { factoriseRows } from './train-ials.js'
import type { WorkPace } from './work-pace.js'

/** Trains EASE and iALS with the tags as further rows. Friends take no part in training: they count when a listener is folded in. */
export async function trainHybrid(data: TrainingData, pace: WorkPace, seed: number, settings: HybridSettings = HYBRID_DEFAULTS): Promise<HybridModel> {
  const tags = data.itemTags === null ? null : tagRows(data.itemTags)
  const ease = await trainTaggedEase(strengthRows(data.interactions), tags, settings, pace.part(0, 0.6))
  const played = mapValues(data.interactions, dampings.once)
  const vectors = await factoriseRows(tags === null ? played : stackRows(played, tags), pace.part(0.6, 1), seed, settings.ials)
  const popularity = countListeners(data).map((listeners) => Math.log(Math.max(1, listeners)))
  return new HybridModel(ease, new IalsModel(vectors, settings.ials), popularity, settings)
}

async function trainTaggedEase(listeners: CompressedRows, tags: CompressedRows | null, settings: HybridSettings, pace: WorkPace): Promise<ItemWeights> {
  const matrix = zeroMatrix(listeners.columnCount)
  const { size, width, cells } = matrix
  await addGram(matrix, listeners, 1, pace.part(0, 0.01))
  if (tags !== null && tags.values.length > 0)
    await addGram(matrix, tags, (settings.tagShare * sumOfSquares(listeners)) / sumOfSquares(tags), pace.part(0.01, 0.1))
  let trace = 0
  for (let item = 0; item < size; item++) trace += cells[item * width + item]!
  // Any regularisation will do where nothing is known at all.
  const even = trace > 0 ? (settings.evenRegularisation * trace) / size : 1
  for (let item = 0; item < size; item++) cells[item * width + item]! += even + settings.ownRegularisation * cells[item * width + item]!
  await invertSymmetric(matrix, pace.part(0.1, 1))
  return ItemWeights.fromInverse(matrix)
}

const sumOfSquares = ({ values }: CompressedRows): number => values.reduce((sum, value) => sum + value ** 2, 0)
