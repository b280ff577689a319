import { HybridModel } from './hybrid.js'
import { openIals } from './ials.js'
import { ItemWeights } from './item-weights.js'
import type { ModelParts } from './ranking-model.js'

export function openHybrid(parts: ModelParts): HybridModel {
  const { numbers, arrays } = parts
  const popularity = arrays['popularity'] as Float64Array
  const blend = { ialsShare: numbers['ialsShare']!, friendShare: numbers['friendShare']!, popularityPenalty: numbers['popularityPenalty']! }
  return new HybridModel(new ItemWeights(popularity.length, arrays['ease'] as Float32Array), openIals(parts), popularity, blend)
}
