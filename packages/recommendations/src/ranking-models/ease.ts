import { forEachInRow, type CompressedRows } from '../model/compressed-rows.js'
import { dampings } from './damp.js'
import { invertSymmetric } from './invert-symmetric.js'
import type { Explanation, FoldIn, ModelParts, RankingModel, TrainingData } from './ranking-model.js'
import { zeroMatrix, type SquareMatrix } from './square-matrix.js'
import type { WorkPace } from './work-pace.js'

/** Tuned on held-out training users of HetRec Last.fm, see docs/decisions/2026-11-24-ranking-models.md. */
export const EASE_DEFAULTS = { regularisation: 100 }

/**
 * EASE: the linear item-to-item model with the least squared error whose diagonal is zero (Steck, "Embarrassingly shallow autoencoders for sparse data",
 * WWW 2019). B = I - P diag(1 / P_jj) with P = (X'X + regularisation I)^-1; X is 1 where somebody played an item. Scores are sums of rows of B.
 */
export class EaseModel implements RankingModel {
  readonly name = 'ease'
  readonly itemCount: number
  /** Items x items in rows: what having played the row's item adds to the column's item. */
  readonly #weights: Float32Array

  constructor(itemCount: number, weights: Float32Array) {
    this.itemCount = itemCount
    this.#weights = weights
  }

  score(listener: FoldIn, into: Float64Array): void {
    into.fill(0)
    listener.items.forEach((item, place) => {
      if (dampings.once(listener.weights[place]!) === 0) return
      const row = item * this.itemCount
      for (let other = 0; other < this.itemCount; other++) into[other]! += this.#weights[row + other]!
    })
  }

  explain(listener: FoldIn, item: number): Explanation {
    const parts = Float64Array.from(listener.items, (played, place) => dampings.once(listener.weights[place]!) * this.#weights[played * this.itemCount + item]!)
    return { score: parts.reduce((sum, part) => sum + part, 0), parts, remainder: 0 }
  }

  toParts(): ModelParts {
    return { name: this.name, numbers: { items: this.itemCount }, arrays: { weights: this.#weights } }
  }
}

export const openEase = ({ numbers, arrays }: ModelParts): EaseModel => new EaseModel(numbers['items']!, arrays['weights'] as Float32Array)

export async function trainEase(data: TrainingData, pace: WorkPace, settings = EASE_DEFAULTS): Promise<EaseModel> {
  const matrix = zeroMatrix(data.interactions.columnCount)
  addGram(matrix, data.interactions)
  for (let item = 0; item < matrix.size; item++) matrix.cells[item * matrix.width + item]! += settings.regularisation
  await invertSymmetric(matrix, pace.part(0, 0.99))
  const weights = weightsFromInverse(matrix)
  await pace.reach(1)
  return new EaseModel(matrix.size, weights)
}

/** Adds X'X for X with 1 where a value is positive. */
function addGram({ width, cells }: SquareMatrix, rows: CompressedRows): void {
  for (let row = 0; row < rows.rowCount; row++) {
    forEachInRow(rows, row, (first, value) => {
      if (value > 0) forEachInRow(rows, row, (second, other) => void (cells[first * width + second]! += dampings.once(other)))
    })
  }
}

/** -P_ij / P_jj, and nothing on the diagonal: an item is no reason for itself. */
function weightsFromInverse({ size, width, cells }: SquareMatrix): Float32Array {
  const weights = new Float32Array(size * size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (row !== column) weights[row * size + column] = -cells[row * width + column]! / cells[column * width + column]!
    }
  }
  return weights
}
