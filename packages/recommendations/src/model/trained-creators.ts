import type { TrainedModel } from '../model-store/read-model-file.js'
import type { FoldIn, RankingModel } from '../ranking-models/ranking-model.js'
import { BestFew, type ScoredItem } from '../scan/best-few.js'
import { openItemScan } from '../scan/item-scan.js'
import { NONE, type CatalogueIndex } from './catalogue-index.js'

/** A trained model in the numbers of one snapshot. */
export interface TrainedCreators {
  readonly version: string
  readonly ranking: RankingModel
  /** Item of the model by creator; NONE for who was not there, or had too few listeners, when it was trained. */
  readonly itemOfCreator: Int32Array
  /** Creator by item of the model; NONE for who is gone from the catalogue. */
  readonly creatorOfItem: Int32Array
  /** The items with the highest scores of those that are allowed (1 by item number), highest first. */
  best(listener: FoldIn, allowed: Uint8Array, count: number): readonly ScoredItem[]
}

/** A trained model that can be asked for its best items. */
export interface SearchableModel extends TrainedModel, Pick<TrainedCreators, 'best'> {}

/** By a scan where a score is a product of vectors, else by scoring every item. */
export const makeSearchable = (trained: TrainedModel): SearchableModel => ({ ...trained, best: finderOf(trained.ranking) })

export function matchCreators({ version, ranking, facts, best }: SearchableModel, { creators }: CatalogueIndex): TrainedCreators {
  const creatorOfItem = Int32Array.from(facts.creatorIds, (id) => creators.numberOf(id) ?? NONE)
  const itemOfCreator = new Int32Array(creators.size).fill(NONE)
  for (const [item, creator] of creatorOfItem.entries()) if (creator !== NONE) itemOfCreator[creator] = item
  return { version, ranking, itemOfCreator, creatorOfItem, best }
}

function finderOf(ranking: RankingModel): TrainedCreators['best'] {
  if (ranking.factors !== undefined) {
    const { items, dimensions, fold } = ranking.factors
    const scan = openItemScan(items, dimensions)
    return (listener, allowed, count) => scan.best(fold(listener), allowed, count)
  }
  return (listener, allowed, count) => {
    const scores = new Float64Array(ranking.itemCount)
    ranking.score(listener, scores)
    const best = new BestFew(count)
    for (const [item, isAllowed] of allowed.entries()) if (isAllowed === 1) best.offer(item, scores[item]!)
    return best.toSorted()
  }
}
