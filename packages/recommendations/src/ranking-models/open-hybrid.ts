import { HybridModel } from './hybrid.js'
import { openIals } from './ials.js'
import { ItemWeights } from './item-weights.js'
import type { ModelParts } from './ranking-model.js'

export function openHybrid(parts: ModelParts): HybridModel {
  const { numbers, arrays } = parts
  const popularity = arrays['popularity'] as Float64Array
  const blend = { ialsShare: numbers['ialsShare']!, friendShare: numbers['friendShare']!, popularityPenalty: numbers['popularityPenalty']! }
  const ease = new ItemWeights(popularity.length, arrays['members'] as Uint32Array, arrays['ease'] as Float32Array)
  return new HybridModel(ease, openIals(parts), popularity, blend)
}
