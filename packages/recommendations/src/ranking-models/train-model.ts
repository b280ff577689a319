import { trainEase } from './ease.js'
import { trainHybrid } from './train-hybrid.js'
import { trainIals } from './train-ials.js'
import { trainItemKnn } from './item-knn.js'
import { keepPlayed } from './keep-played.js'
import { trainPopularity } from './popularity.js'
import type { ModelName, RankingModel, TrainingData, TrainOptions } from './ranking-model.js'
import { WorkPace } from './work-pace.js'

const trainers: Record<ModelName, (data: TrainingData, pace: WorkPace, seed: number) => RankingModel | Promise<RankingModel>> = {
  popularity: (data) => trainPopularity(data),
  'item-knn': (data, pace) => trainItemKnn(data, pace),
  ease: (data, pace) => trainEase(data, pace),
  ials: trainIals,
  hybrid: trainHybrid,
}

/**
 * Trains a model on this thread, in turns of some milliseconds: others may run between them, and `onProgress` is told. The same data and seed give the
 * same model, bit by bit. Throws the signal's reason when it is aborted. Entries
 * of no plays are left out. `trainingMegabytes` says what memory it takes.
 */
export async function trainModel(name: ModelName, data: TrainingData, options: TrainOptions): Promise<RankingModel> {
  const pace = new WorkPace(options)
  await pace.reach(0)
  const model = await trainers[name]({ ...data, interactions: keepPlayed(data.interactions) }, pace, options.seed)
  options.onProgress?.(1)
  return model
}
