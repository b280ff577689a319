import { readDataVersion, type Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import type { ModelName } from '../ranking-models/ranking-model.js'
import { ModelStoreError } from './model-store-error.js'
import type { ModelStore } from './model-store.js'
import { readInteractions } from './read-interactions.js'
import { trainInWorker } from './train-in-worker.js'

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
  readonly seconds: number
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

/**
 * Trains on what everybody played, stores the model, and puts it in force. Until that last moment nothing has changed for anybody, whatever happens.
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
  const data = { interactions: matrix, itemTags: null, friends: null }
  const parts = await trainInWorker(model, data, { seed, signal, onProgress: (share) => onProgress(READING + (1 - READING) * share) })
  signal.throwIfAborted()
  const ended = now()
  const counts = { listeners: matrix.rowCount, interactions: matrix.columns.length, leftOut, seconds: (ended - started) / 1000 }
  const facts = { model, trainedAt: new Date(ended).toISOString(), seed, ...counts, dataVersion, creatorIds: [...creatorIds] }
  const saved = await store.save({ facts, parts }, signal)
  const replaced = await store.inForce().catch(() => null)
  await store.use(saved.version, signal)
  return { ...saved, model, creators: creatorIds.length, ...counts, replaced, pruned: await store.prune() }
}
