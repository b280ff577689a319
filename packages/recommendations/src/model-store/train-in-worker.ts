import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ModelName, ModelParts, TrainingData, TrainOptions } from '../ranking-models/ranking-model.js'
import type { TrainAnswer, TrainWork } from './train.worker.js'

/** `trainModel` in a thread of its own, so that this one goes on serving. An aborted signal ends the thread, wherever it is. */
export async function trainInWorker(model: ModelName, data: TrainingData, { seed, signal, onProgress }: TrainOptions): Promise<ModelParts> {
  signal.throwIfAborted()
  const workerData: TrainWork = { model, data, seed }
  const worker = new Worker(new URL(`./train.worker${extname(import.meta.url)}`, import.meta.url), { workerData })
  const { promise: trained, resolve, reject } = Promise.withResolvers<ModelParts>()
  const abort = () => reject(signal.reason)
  signal.addEventListener('abort', abort)
  worker.on('message', (answer: TrainAnswer) => ('parts' in answer ? resolve(answer.parts) : onProgress?.(answer.share)))
  worker.on('error', reject)
  worker.on('exit', () => reject(new Error(`The thread that trained ${model} ended before it was done. Is there memory enough?`)))
  try {
    return await trained
  } finally {
    signal.removeEventListener('abort', abort)
    await worker.terminate()
  }
}
