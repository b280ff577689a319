import { addGram } from './add-gram.js'
import { dampings } from './damp.js'
import { invertSymmetric } from './invert-symmetric.js'
import { ItemWeights } from './item-weights.js'
import { mapValues } from './map-values.js'
import { keepColumns, mostPlayed } from './most-played.js'
import { countListeners } from './popularity.js'
import type { Explanation, FoldIn, History, ModelParts, RankingModel, TrainingData } from './ranking-model.js'
import { zeroMatrix } from './square-matrix.js'
import type { WorkPace } from './work-pace.js'

/** Items that EASE learns, the most played ones: its memory grows with their square and its time with their cube. Others score 0. */
export const EASE_ITEMS = 6000

/** Tuned on held-out training users of HetRec Last.fm, see docs/decisions/2026-11-24-ranking-models.md. */
const EASE_DEFAULTS = { regularisation: 100, mostItems: EASE_ITEMS }

/**
 * EASE: the linear item-to-item model with the least squared error whose diagonal is zero (Steck, "Embarrassingly shallow autoencoders for sparse data",
 * WWW 2019). B = I - P diag(1 / P_jj) with P = (X'X + regularisation I)^-1; X is 1 where somebody played an item. Scores are sums of rows of B.
 */
export class EaseModel implements RankingModel {
  readonly name = 'ease'
  readonly #weights: ItemWeights

  constructor(weights: ItemWeights) {
    this.#weights = weights
  }

  get itemCount(): number {
    return this.#weights.itemCount
  }

  score(listener: FoldIn, into: Float64Array): void {
    this.#weights.score(listener.items, playedOnce(listener), into)
  }

  explain(listener: FoldIn, item: number): Explanation {
    const parts = this.#weights.partsOf(listener.items, playedOnce(listener), item)
    return { score: parts.reduce((sum, part) => sum + part, 0), parts, remainder: 0 }
  }

  toParts(): ModelParts {
    return { name: this.name, numbers: { items: this.itemCount }, arrays: { members: this.#weights.members, weights: this.#weights.cells } }
  }
}

const playedOnce = ({ weights }: History): Float64Array => Float64Array.from(weights, dampings.once)

export function openEase({ numbers, arrays }: ModelParts): EaseModel {
  return new EaseModel(new ItemWeights(numbers['items']!, arrays['members'] as Uint32Array, arrays['weights'] as Float32Array))
}

export async function trainEase(data: TrainingData, pace: WorkPace, settings = EASE_DEFAULTS): Promise<EaseModel> {
  const members = mostPlayed(countListeners(data), settings.mostItems)
  const matrix = zeroMatrix(members.length)
  await addGram(matrix, keepColumns(mapValues(data.interactions, dampings.once), members), 1, pace.part(0, 0.01))
  for (let item = 0; item < matrix.size; item++) matrix.cells[item * matrix.width + item]! += settings.regularisation
  await invertSymmetric(matrix, pace.part(0.01, 1))
  return new EaseModel(ItemWeights.fromInverse(data.interactions.columnCount, members, matrix))
}
