import type { Explanation, ModelParts, RankingModel, TrainingData } from './ranking-model.js'

/** Ranks by the number of people who played an item: what every other model has to beat (Cremonesi, Koren, Turrin, RecSys 2010). */
export class PopularityModel implements RankingModel {
  readonly name = 'popularity'
  readonly #listeners: Float64Array

  constructor(listeners: Float64Array) {
    this.#listeners = listeners
  }

  get itemCount(): number {
    return this.#listeners.length
  }

  score(_listener: unknown, into: Float64Array): void {
    into.set(this.#listeners)
  }

  explain(listener: { readonly items: Uint32Array }, item: number): Explanation {
    const score = this.#listeners[item]!
    return { score, parts: new Float64Array(listener.items.length), remainder: score }
  }

  toParts(): ModelParts {
    return { name: this.name, numbers: {}, arrays: { listeners: this.#listeners } }
  }
}

export const trainPopularity = (data: TrainingData): PopularityModel => new PopularityModel(countListeners(data))

export const openPopularity = ({ arrays }: ModelParts): PopularityModel => new PopularityModel(Float64Array.from(arrays['listeners']!))

/** People who played each item. */
export function countListeners({ interactions }: TrainingData): Float64Array {
  const listeners = new Float64Array(interactions.columnCount)
  for (const item of interactions.columns) listeners[item]!++
  return listeners
}
