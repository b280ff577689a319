import { readDataVersion, type Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import type { ModelName } from '../ranking-models/ranking-model.js'
import { trainingMegabytes } from '../ranking-models/training-megabytes.js'
import { ModelStoreError } from './model-store-error.js'
import type { ModelStore } from './model-store.js'
import { readCreatorTags } from './read-creator-tags.js'
import { readInteractions } from './read-interactions.js'
import { trainInWorker } from './train-in-worker.js'
import { trainingKey } from './training-key.js'
import { forgetUnfinished } from './unfinished-training.js'

export interface TrainContext {
  readonly db: Kysely<Database>
  readonly store: ModelStore
  readonly now: () => number
  readonly signal: AbortSignal
  /** Share of the work that is done, 0 to 1. */
  readonly onProgress?: (share: number) => void
}

export interface TrainRequest {
  readonly model: ModelName
  readonly seed: number
}

export interface TrainReport {
  readonly version: string
  readonly model: ModelName
  readonly file: string
  readonly bytes: number
  readonly listeners: number
  readonly creators: number
  /** Artists and shows that the model leaves out for want of room: the least played of those that are played at all by enough. */
  readonly leftOut: number
  readonly interactions: number
  /** Pairs of an artist or show and a tag that were learned from; null: the model learns from none. */
  readonly taggings: number | null
  readonly seconds: number
  /** What the training took beside the data, counted: see `trainingMegabytes`. */
  readonly megabytes: number
  /** It went on where an earlier training on the same data was interrupted. */
  readonly resumed: boolean
  /** What was in force before; null: nothing. */
  readonly replaced: string | null
  /** Versions that were deleted, because newer ones are kept. */
  readonly pruned: readonly string[]
}

const MINIMUM_LISTENERS = 3
/** A model of all pairs of 5,000 needs 200 MB while it is trained, and 100 MB on the disk. */
const PAIRS = 5_000
const MANY = 1_000_000
const mostCreators: Readonly<Record<ModelName, number>> = { popularity: MANY, 'item-knn': MANY, ease: PAIRS, ials: MANY, hybrid: PAIRS }
const READING = 0.1
const KEPT_EVERY_MS = 10_000

/**
 * Trains on what everybody played, stores the model, and puts it in force. Until that last moment nothing has changed for anybody, whatever happens. Where it is
 * interrupted, the next training with the same model, seed and data goes on, and ends with the same model.
 * @throws {ModelStoreError} NOTHING_TO_TRAIN_FROM, DIRECTORY_NOT_WRITABLE
 */
export async function trainRecommender({ db, store, now, signal, onProgress = () => {} }: TrainContext, { model, seed }: TrainRequest): Promise<TrainReport> {
  const started = now()
  // Before the data: what is written in between belongs to the next version.
  const dataVersion = await readDataVersion(db)
  const limits = { minimumListeners: MINIMUM_LISTENERS, mostCreators: mostCreators[model] }
  const { matrix, creatorIds, leftOut } = await readInteractions(db, limits, signal, (share) => onProgress(share * READING))
  if (creatorIds.length < 2) {
    const message = `There is nothing to train from: ${creatorIds.length} artists and shows have ${MINIMUM_LISTENERS} listeners or more. Import listening first: linernotes import`
    throw new ModelStoreError('NOTHING_TO_TRAIN_FROM', message)
  }
  // Only the hybrid learns from tags.
  const itemTags = model === 'hybrid' ? await readCreatorTags(db, creatorIds, signal) : null
  const data = { interactions: matrix, itemTags, friends: null }
  const megabytes = trainingMegabytes(model, data)
  const unfinished = { directory: store.directory, key: trainingKey(model, data, seed), everyMs: KEPT_EVERY_MS }
  let resumed = false
  const parts = await trainInWorker(model, data, {
    seed,
    unfinished,
    signal,
    onProgress: (share) => onProgress(READING + (1 - READING) * share),
    onFound: () => (resumed = true),
  })
  signal.throwIfAborted()
  const ended = now()
  const counts = { listeners: matrix.rowCount, interactions: matrix.columns.length, leftOut, seconds: (ended - started) / 1000 }
  const facts = { model, trainedAt: new Date(ended).toISOString(), seed, ...counts, dataVersion, creatorIds: [...creatorIds] }
  const saved = await store.save({ facts, parts }, signal)
  const replaced = await store.inForce().catch(() => null)
  await store.use(saved.version, signal)
  forgetUnfinished(store.directory, unfinished.key, ended)
  return {
    ...saved,
    model,
    creators: creatorIds.length,
    ...counts,
    megabytes,
    taggings: itemTags?.columns.length ?? null,
    resumed,
    replaced,
    pruned: await store.prune(replaced),
  }
}
