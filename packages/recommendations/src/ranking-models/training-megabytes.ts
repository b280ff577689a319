import { EASE_ITEMS } from './ease.js'
import { HYBRID_DEFAULTS } from './hybrid-settings.js'
import { IALS_DEFAULTS } from './ials-settings.js'
import { ITEM_KNN_DEFAULTS } from './item-knn.js'
import type { ModelName, TrainingData } from './ranking-model.js'

/** What training a model takes beside the data, in megabytes (10^6 bytes): its matrices, counted, not the engine's own overhead. */
export function trainingMegabytes(name: ModelName, data: TrainingData): number {
  const items = data.interactions.columnCount
  const users = data.interactions.rowCount
  const tags = data.itemTags?.columnCount ?? 0
  const played = data.interactions.values.length
  const tagged = data.itemTags?.values.length ?? 0
  // One square of doubles that is inverted in place, and one of floats for the weights made of it.
  const squared = Math.min(items, EASE_ITEMS) ** 2
  const ease = squared * (8 + 4)
  // Vectors of both sides; the pairs by item while they are sorted (three lists of doubles), then in rows.
  const ials = (rows: number, pairs: number, dimensions: number) => (items + rows) * dimensions * 8 + pairs * (24 + 12)
  const bytes = {
    popularity: items * 8,
    'item-knn': items * (8 + 8 + 4) + (items * ITEM_KNN_DEFAULTS.neighbours + played) * (24 + 8),
    ease: ease + played * 4,
    ials: ials(users, played, IALS_DEFAULTS.dimensions),
    // Both stand at the end, but the double square is gone before iALS begins.
    hybrid: Math.max(ease, squared * 4 + ials(users + tags, played + tagged, HYBRID_DEFAULTS.ials.dimensions)) + (played + tagged) * 20,
  }
  return bytes[name] / 1e6
}
