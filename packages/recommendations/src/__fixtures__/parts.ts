import { openRankingModel } from '../ranking-models/open-ranking-model.js'
import type { ModelParts, RankingModel } from '../ranking-models/ranking-model.js'
import type { TrainedParts } from '../model-store/model-bytes.js'

/** An EASE model of so many artists in which each leads to the next, a little more with each seed. */
function chainParts(creators: number, seed: number): ModelParts {
  const weights = new Float32Array(creators * creators)
  for (let creator = 0; creator < creators; creator++) weights[creator * creators + ((creator + 1) % creators)] = 1 + seed / 8
  return { name: 'ease', numbers: { items: creators }, arrays: { weights } }
}

/** That model as it is stored, trained so many minutes into 2024. */
export function trainedParts({ creators = 3, seed = 1, minute = 0 } = {}): TrainedParts {
  const trainedAt = new Date(Date.UTC(2024, 0, 1, 0, minute)).toISOString()
  const creatorIds = Array.from({ length: creators }, (_, creator) => `art_${creator}`)
  const counts = { seconds: 1.5, listeners: 10, interactions: 20, leftOut: 0 }
  return {
    facts: { model: 'ease', trainedAt, seed, ...counts, dataVersion: { catalog: 1, listening: 2 }, creatorIds },
    parts: chainParts(creators, seed),
  }
}

/** All scores of somebody who plays the first artist once. */
export function scoresOf(ranking: RankingModel = openRankingModel(chainParts(3, 1))): readonly number[] {
  const into = new Float64Array(ranking.itemCount)
  ranking.score({ items: Uint32Array.of(0), weights: Float32Array.of(1), friends: [] }, into)
  return [...into]
}
