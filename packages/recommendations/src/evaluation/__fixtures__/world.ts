import type { EvaluationRequest } from '../evaluation-request.js'
import { rankListeners, type RankingTask, type TrainModel } from '../rank-listeners.js'
import type { EvaluationTools } from '../evaluate.js'
import type { FoldIn, RankingModel } from '../../ranking-models/ranking-model.js'

/** Ranks by the number of users, as the simplest thing that can be evaluated. Keeps what it was told of listeners. */
export function watchedPopularity(heard: FoldIn[]): TrainModel {
  return async (name, { interactions }) => {
    const counts = new Float64Array(interactions.columnCount)
    for (const item of interactions.columns) counts[item]!++
    const model: Pick<RankingModel, 'name' | 'itemCount' | 'score'> = {
      name,
      itemCount: counts.length,
      score(listener, into) {
        heard.push(listener)
        into.set(counts)
      },
    }
    return model as RankingModel
  }
}

/** Tools that rank in this very process, one second a model, ten megabytes. */
export function toolsWith(trainModel: TrainModel): EvaluationTools & { readonly tasks: RankingTask[] } {
  const tasks: RankingTask[] = []
  let time = 0
  return {
    tasks,
    signal: new AbortController().signal,
    rank(task, { signal, onStep }) {
      tasks.push(task)
      return rankListeners(task, { trainModel, signal, onStep, clock: () => (time += 1_000), peakMegabytes: () => 10 })
    },
    onProgress: () => {},
    onDataset: () => {},
    onStep: () => {},
    onModel: () => {},
  }
}

export const requestOf = (parts: Pick<EvaluationRequest, 'sources'> & Partial<EvaluationRequest>): EvaluationRequest => ({
  tags: null,
  friends: null,
  writeSplit: null,
  models: ['popularity'],
  ks: [2],
  minItemUsers: 1,
  calibrationTags: 100,
  calibrate: null,
  seed: 1,
  ...parts,
})

const columns = (header: string, rows: string): string => `${header.replaceAll(' ', '\t')}\n${rows.trim().split('; ').map((row) => row.replaceAll(' ', '\t')).join('\n')}\n`

/** `ann a 2; ann b 1` as a file. */
export const plays = (rows: string): string => columns('user item weight', rows)
export const taggings = (rows: string): string => columns('userID artistID tagID day month year', rows)
export const friendships = (rows: string): string => columns('user friend', rows)
