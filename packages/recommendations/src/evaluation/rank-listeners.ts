import { columnsOf } from '../model/compressed-rows.js'
import type { ModelName, RankingModel, TrainingData, TrainOptions } from '../ranking-models/ranking-model.js'
import { foldInOf, type Listeners } from './evaluation-data.js'
import { topItems } from './top-items.js'

/** What is asked of a model: to learn, and to rank all items that a listener has not had. Plain data: it may be sent to another process. */
export interface RankingTask {
  readonly model: ModelName
  readonly training: TrainingData
  readonly listeners: Listeners
  /** Listeners to rank for, by number. */
  readonly ranked: Uint32Array
  /** Length of the lists; shorter where there are fewer items. */
  readonly length: number
  readonly seed: number
}

export interface TrainedRankings {
  /** In the order of `ranked`, best first. */
  readonly lists: readonly Uint32Array[]
  readonly trainSeconds: number
  /** Most memory resident in the process at once until the model was trained, in units of 1,000,000 bytes. */
  readonly peakMegabytes: number
}

/** A model gave no number for an item. */
class UnrankableError extends Error {
  override readonly name = 'UnrankableError'
}

export type TrainModel = (name: ModelName, data: TrainingData, options: TrainOptions) => Promise<RankingModel>

export type RankingStep = (step: { readonly phase: 'train' | 'rank'; readonly share: number }) => void

export interface RankingTools {
  readonly trainModel: TrainModel
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number
  readonly peakMegabytes: () => number
  readonly signal: AbortSignal
  readonly onStep: RankingStep
}

const LISTENERS_BETWEEN_BREATHS = 64

/** Trains a model, folds in the listeners and ranks for them. @throws UnrankableError a score is not a number */
export async function rankListeners(task: RankingTask, { trainModel, clock, peakMegabytes, signal, onStep }: RankingTools): Promise<TrainedRankings> {
  const { model: name, training, listeners, ranked, length, seed } = task
  const start = clock()
  const model = await trainModel(name, training, { seed, signal, onProgress: (share) => onStep({ phase: 'train', share }) })
  const trained = { trainSeconds: (clock() - start) / 1_000, peakMegabytes: peakMegabytes() }
  const all = new Float64Array(training.interactions.columnCount)
  const isOut = new Uint8Array(all.length)
  const lists: Uint32Array[] = []
  for (const [done, listener] of ranked.entries()) {
    if (done % LISTENERS_BETWEEN_BREATHS === 0) {
      await new Promise((resolve) => setImmediate(resolve))
      signal.throwIfAborted()
      onStep({ phase: 'rank', share: done / ranked.length })
    }
    all.fill(0)
    model.score(foldInOf(training, listeners, listener), all)
    const unknown = all.findIndex(Number.isNaN)
    if (unknown >= 0) throw new UnrankableError(`${name}: the score of item ${unknown} for listener ${listeners.ids[listener]} is not a number`)
    const known = columnsOf(listeners.histories, listener)
    for (const item of known) isOut[item] = 1
    lists.push(topItems(all, isOut, length))
    for (const item of known) isOut[item] = 0
  }
  return { ...trained, lists }
}
