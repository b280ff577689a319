import type { CompressedRows } from '../model/compressed-rows.js'
import type { Checkpoints } from './checkpoints.js'

/** The models that can be trained, weakest first. */
export const modelNames = ['popularity', 'item-knn', 'ease', 'ials', 'hybrid'] as const
export type ModelName = (typeof modelNames)[number]

/** What a model learns from. Users, items and tags are row and column numbers. */
export interface TrainingData {
  /** Users x items; the value is how often (or how long) an item was played, as counted: models damp it themselves. */
  readonly interactions: CompressedRows
  /** Items x tags, as counted; null: no tags are given. */
  readonly itemTags: CompressedRows | null
  /** Users x users, 1 where they are friends; null: no friendships are given. No model learns from it yet: friends count when a listener is folded in. */
  readonly friends: CompressedRows | null
}

/** What somebody played: item numbers, each once and below the model's `itemCount`, and as many weights, in the units of `TrainingData.interactions`. */
export interface History {
  readonly items: Uint32Array
  readonly weights: Float32Array
}

/** A listener to rank for, who need not have been in the training data: histories are folded in, nothing is retrained. */
export interface FoldIn extends History {
  /** Known histories of friends; empty where no friends are known. */
  readonly friends: readonly History[]
}

/** A score taken apart. The parts and the remainder add up to the score, up to rounding. */
export interface Explanation {
  readonly score: number
  /** For each item of the history, in its order, what it adds (or takes). */
  readonly parts: Float64Array
  /** What rests on no single item of the history: popularity, bias, friends. */
  readonly remainder: number
}

export interface RankingModel {
  readonly name: ModelName
  readonly itemCount: number
  /** Writes the score of every item; higher is better. Items of the history get one too: the caller leaves them out. */
  score(listener: FoldIn, into: Float64Array): void
  explain(listener: FoldIn, item: number): Explanation
  /** Where a score is a product of two vectors: what a scan needs to find the best items without scoring all. */
  readonly factors?: Factors
  /** All that `openRankingModel` needs to make the same model again. */
  toParts(): ModelParts
}

export interface Factors {
  readonly dimensions: number
  /** Items x dimensions, by rows. */
  readonly items: Float32Array | Float64Array
  /** The vector of a listener. */
  readonly fold: (listener: FoldIn) => Float64Array
}

/** A model as plain data: what is written to a file or handed to another thread. */
export interface ModelParts {
  readonly name: ModelName
  readonly numbers: Readonly<Record<string, number>>
  readonly arrays: Readonly<Record<string, Float32Array | Float64Array | Uint32Array>>
}

export interface TrainOptions {
  /** The same seed and data give the same model, bit by bit. */
  readonly seed: number
  readonly signal: AbortSignal
  /** Share of the work that is done, 0 to 1. */
  readonly onProgress?: (share: number) => void
  /** Where it is kept how far the training is; left out: one that is interrupted begins anew. */
  readonly checkpoints?: Checkpoints
}
