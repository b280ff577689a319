import type { TrainedModel } from '../model-store/read-model-file.js'
import type { RankingModel } from '../ranking-models/ranking-model.js'
import { NONE, type CatalogueIndex } from './catalogue-index.js'

/** A trained model in the numbers of one snapshot. */
export interface TrainedCreators {
  readonly version: string
  readonly ranking: RankingModel
  /** Item of the model by creator; NONE for who was not there, or had too few listeners, when it was trained. */
  readonly itemOfCreator: Int32Array
  /** Creator by item of the model; NONE for who is gone from the catalogue. */
  readonly creatorOfItem: Int32Array
}

export function matchCreators({ version, ranking, facts }: TrainedModel, { creators }: CatalogueIndex): TrainedCreators {
  const creatorOfItem = Int32Array.from(facts.creatorIds, (id) => creators.numberOf(id) ?? NONE)
  const itemOfCreator = new Int32Array(creators.size).fill(NONE)
  for (const [item, creator] of creatorOfItem.entries()) if (creator !== NONE) itemOfCreator[creator] = item
  return { version, ranking, itemOfCreator, creatorOfItem }
}
