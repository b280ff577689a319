import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ModelName, ModelParts, TrainingData } from '../ranking-models/ranking-model.js'
import type { TrainAnswer, TrainWork } from './train.worker.js'

export interface WorkerOptions extends Pick<TrainWork, 'seed' | 'unfinished'> {
  readonly signal: AbortSignal
  /** Share of the work that is done, 0 to 1. */
  readonly onProgress: (share: number) => void
  /** It goes on where an earlier training was interrupted. */
  readonly onFound: () => void
}

/** `trainModel` in a thread of its own, so that this one goes on serving. An aborted signal ends the thread, wherever it is. */
export async function trainInWorker(
  model: ModelName,
  data: TrainingData,
  { seed, unfinished, signal, onProgress, onFound }: WorkerOptions,
): Promise<ModelParts> {
  signal.throwIfAborted()
  const workerData: TrainWork = { model, data, seed, unfinished }
  const worker = new Worker(new URL(`./train.worker${extname(import.meta.url)}`, import.meta.url), { workerData })
  const { promise: trained, resolve, reject } = Promise.withResolvers<ModelParts>()
  const abort = () => reject(signal.reason)
  signal.addEventListener('abort', abort)
  worker.on('message', (answer: TrainAnswer) => {
    if ('parts' in answer) resolve(answer.parts)
    else if ('found' in answer) onFound()
    else onProgress(answer.share)
  })
  worker.on('error', reject)
  worker.on('exit', () => reject(new Error(`The thread that trained ${model} ended before it was done. Is there memory enough?`)))
  try {
    return await trained
  } finally {
    signal.removeEventListener('abort', abort)
    await worker.terminate()
  }
}
