import type { CompressedRows } from '../model/compressed-rows.js'
import type { History, TrainingData } from '../ranking-models/ranking-model.js'
import type { FoldIn } from '../ranking-models/ranking-model.js'
import { columnsOf } from '../model/compressed-rows.js'

/** Everything an evaluation works with. Items, users, tags and listeners are numbered in the order of their ids. */
export interface EvaluationData {
  readonly itemIds: readonly string[]
  readonly training: TrainingData
  readonly listeners: Listeners
  /** Listeners x items: what is to be guessed. */
  readonly tests: CompressedRows
}

/** Those who are folded in. */
export interface Listeners {
  readonly ids: readonly string[]
  /** Listeners x items: what is known of them. */
  readonly histories: CompressedRows
  /** Listeners x (training users, then listeners): whose friends they are; null: no friendships are given. */
  readonly friends: CompressedRows | null
}

const NO_FRIENDS: readonly History[] = []

/** What a model is told of a listener: their history, and those of their friends as far as they are known. Test items are in neither. */
export function foldInOf(training: TrainingData, { histories, friends }: Listeners, listener: number): FoldIn {
  const userCount = training.interactions.rowCount
  const known = (friend: number): History => (friend < userCount ? historyOf(training.interactions, friend) : historyOf(histories, friend - userCount))
  return {
    ...historyOf(histories, listener),
    friends: friends === null ? NO_FRIENDS : Array.from(columnsOf(friends, listener), known).filter(({ items }) => items.length > 0),
  }
}

function historyOf(rows: CompressedRows, row: number): History {
  return { items: columnsOf(rows, row), weights: rows.values.subarray(rows.offsets[row]!, rows.offsets[row + 1]!) }
}
