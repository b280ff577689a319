import { openEase } from './ease.js'
import { openHybrid } from './open-hybrid.js'
import { openIals } from './ials.js'
import { openItemKnn } from './item-knn.js'
import { openPopularity } from './popularity.js'
import type { ModelName, ModelParts, RankingModel } from './ranking-model.js'

const openers: Record<ModelName, (parts: ModelParts) => RankingModel> = {
  popularity: openPopularity,
  'item-knn': openItemKnn,
  ease: openEase,
  ials: openIals,
  hybrid: openHybrid,
}

/** The model that `toParts` took apart. The arrays are used as they are, not copied: do not write to them. */
export const openRankingModel = (parts: ModelParts): RankingModel => openers[parts.name](parts)
