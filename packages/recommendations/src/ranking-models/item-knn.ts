import { compressRows, emptyTriplets, addTriplet, forEachInRow, transpose, type CompressedRows } from '../model/compressed-rows.js'
import { stateOfTriplets } from './state-of-triplets.js'
import { dampings } from './damp.js'
import type { Explanation, FoldIn, ModelParts, RankingModel, TrainingData } from './ranking-model.js'
import type { WorkPace } from './work-pace.js'

/** Tuned on held-out training users of HetRec Last.fm, see docs/decisions/2026-11-24-ranking-models.md. */
export const ITEM_KNN_DEFAULTS = { neighbours: 100, shrinkage: 3 }

/**
 * Item-based collaborative filtering: cosine between the listeners of two items (Sarwar, Karypis, Konstan, Riedl, WWW 2001), shrunk by n / (n + shrinkage)
 * where n listeners have played both (Bell and Koren, ICDM 2007). Each item listens to its nearest neighbours alone.
 */
export class ItemKnnModel implements RankingModel {
  readonly name = 'item-knn'
  /** Row i: the items that count i among their neighbours, and how similar they are. */
  readonly #similar: CompressedRows

  constructor(similar: CompressedRows) {
    this.#similar = similar
  }

  get itemCount(): number {
    return this.#similar.columnCount
  }

  score(listener: FoldIn, into: Float64Array): void {
    into.fill(0)
    listener.items.forEach((item, place) => {
      const weight = dampings.logarithm(listener.weights[place]!)
      forEachInRow(this.#similar, item, (other, similarity) => {
        into[other]! += weight * similarity
      })
    })
  }

  explain(listener: FoldIn, item: number): Explanation {
    const parts = new Float64Array(listener.items.length)
    listener.items.forEach((played, place) => {
      forEachInRow(this.#similar, played, (other, similarity) => {
        if (other === item) parts[place] = dampings.logarithm(listener.weights[place]!) * similarity
      })
    })
    return { score: parts.reduce((sum, part) => sum + part, 0), parts, remainder: 0 }
  }

  toParts(): ModelParts {
    const { offsets, columns, values, columnCount } = this.#similar
    return { name: this.name, numbers: { items: columnCount }, arrays: { offsets, columns, values } }
  }
}

export function openItemKnn({ numbers, arrays }: ModelParts): ItemKnnModel {
  const items = numbers['items']!
  return new ItemKnnModel({
    rowCount: items,
    columnCount: items,
    offsets: arrays['offsets'] as Uint32Array,
    columns: arrays['columns'] as Uint32Array,
    values: arrays['values'] as Float32Array,
  })
}

export async function trainItemKnn(data: TrainingData, pace: WorkPace, settings = ITEM_KNN_DEFAULTS): Promise<ItemKnnModel> {
  const listeners = transpose(data.interactions)
  const items = listeners.rowCount
  const lengths = new Float64Array(items)
  for (let item = 0; item < items; item++) {
    forEachInRow(listeners, item, (_user, plays) => {
      lengths[item]! += dampings.logarithm(plays) ** 2
    })
  }
  const products = new Float64Array(items)
  const shared = new Uint32Array(items)
  const triplets = emptyTriplets()
  const step = (item: number): void => {
    const touched: number[] = []
    forEachInRow(listeners, item, (user, plays) => {
      const weight = dampings.logarithm(plays)
      forEachInRow(data.interactions, user, (other, otherPlays) => {
        if (shared[other]!++ === 0) touched.push(other)
        products[other]! += weight * dampings.logarithm(otherPlays)
      })
    })
    const similarity = (other: number) =>
      (products[other]! / Math.sqrt(lengths[item]! * lengths[other]!)) * (shared[other]! / (shared[other]! + settings.shrinkage))
    const near = touched.filter((other) => other !== item && products[other]! > 0).map((other) => ({ other, similarity: similarity(other) }))
    near.sort((a, b) => b.similarity - a.similarity || a.other - b.other)
    for (const neighbour of near.slice(0, settings.neighbours)) addTriplet(triplets, neighbour.other, item, neighbour.similarity)
    for (const other of touched) {
      products[other] = 0
      shared[other] = 0
    }
  }
  await pace.steps('neighbours', items, stateOfTriplets(triplets), step)
  return new ItemKnnModel(compressRows(items, items, triplets))
}
