import { registerHooks } from 'node:module'
import { setPriority } from 'node:os'
import { extname } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { ModelName, ModelParts, TrainingData } from '../ranking-models/ranking-model.js'

/** What the worker is given. */
export interface TrainWork {
  readonly model: ModelName
  readonly data: TrainingData
  readonly seed: number
  /** Where the training is kept while it is not finished. */
  readonly unfinished: { readonly directory: string; readonly key: string; readonly everyMs: number }
}

/** What it answers: what it goes on with, progress as often as there is some, then the model. */
export type TrainAnswer = { readonly share: number } | { readonly found: string } | { readonly parts: ModelParts }

/** Behind whoever answers requests, where threads have priorities of their own; elsewhere this would slow the whole process. */
const BEHIND = 5
if (process.platform === 'linux') setPriority(BEHIND)

const extension = extname(import.meta.url)
// Tests run the sources, where Node looks for './x.js' and finds './x.ts'; libraries hold what they name.
if (extension === '.ts')
  registerHooks({
    resolve: (specifier, context, next) =>
      next(specifier.startsWith('.') && context.parentURL?.endsWith('.ts') ? specifier.replace(/\.js$/, '.ts') : specifier, context),
  })
const { trainModel } = (await import(
  new URL(`../ranking-models/train-model${extension}`, import.meta.url).href
)) as typeof import('../ranking-models/train-model.js')

const { openUnfinished } = (await import(new URL(`./unfinished-training${extension}`, import.meta.url).href)) as typeof import('./unfinished-training.js')

const { model, data, seed, unfinished } = workerData as TrainWork
const answer = (message: TrainAnswer, transfer: ArrayBuffer[] = []): void => parentPort?.postMessage(message, transfer)
const trained = await trainModel(model, data, {
  seed,
  signal: new AbortController().signal,
  onProgress: (share) => answer({ share }),
  checkpoints: openUnfinished({ ...unfinished, onFound: (found) => answer({ found }) }),
})
const parts = trained.toParts()
answer(
  { parts },
  [...new Set(Object.values(parts.arrays).map(({ buffer }) => buffer))].filter((buffer) => buffer instanceof ArrayBuffer),
)
