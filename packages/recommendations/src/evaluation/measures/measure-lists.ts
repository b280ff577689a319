import { columnsOf, transpose, type CompressedRows } from '../../model/compressed-rows.js'
import { calibrate, CALIBRATION_DEPTH } from '../calibrate.js'
import type { EvaluationData } from '../evaluation-data.js'
import { ndcgAt, recallAt } from './accuracy.js'
import { estimateAround, estimateMeans, estimateRatio, resample, type Estimate } from './bootstrap.js'
import { Diversity } from './diversity.js'
import { coverageOf, exposureOf, giniOf } from './exposure.js'
import { keepCommonTags } from './common-tags.js'
import { noveltyAt, popularityRanks } from './popularity-ranks.js'
import { calibrationKl, TagMix } from './tag-mix.js'

export interface Coverage {
  readonly items: number
  readonly share: number
}

/** `ndcg@10` and so on; null: it cannot be measured with what is given. */
export type Metrics = Readonly<Record<string, Estimate | Coverage | null>>

export interface MeasureOptions {
  readonly seed: number
  /** How many tags a mix is made of, the most common ones. */
  readonly calibrationTags: number
}

const GINI_RESAMPLES = 200

/** What the lists of all models are measured against, made ready once. */
export class ListMeasures {
  readonly #data: EvaluationData
  readonly #relevant: readonly ReadonlySet<number>[]
  readonly #ranks: Uint32Array
  readonly #diversity: Diversity
  readonly #mix: TagMix | null
  readonly #ranked: Uint32Array
  readonly #seed: number

  constructor(data: EvaluationData, ranked: Uint32Array, { seed, calibrationTags }: MeasureOptions) {
    const { interactions, itemTags } = data.training
    this.#data = data
    this.#relevant = Array.from(ranked, (listener) => new Set(columnsOf(data.tests, listener)))
    this.#ranks = popularityRanks(interactions)
    this.#diversity = new Diversity(itemTags ?? oneEach(transpose(interactions)))
    this.#mix = itemTags === null ? null : new TagMix(keepCommonTags(itemTags, calibrationTags))
    this.#ranked = ranked
    this.#seed = seed
  }

  /** All measures at each k, for lists in the order of the ranked listeners. */
  of(lists: readonly Uint32Array[], ks: readonly number[]): Metrics {
    return Object.fromEntries(ks.flatMap((k) => this.#at(lists, k).map(([name, value]) => [`${name}@${k}`, value])))
  }

  /** The same at each k, for lists that are calibrated for that length, and how many times as much nDCG and divergence they have as those that are not. */
  ofCalibrated(lists: readonly Uint32Array[], ks: readonly number[], strength: number): { readonly metrics: Metrics; readonly ratios: Metrics } {
    const mix = this.#mix
    const calibrated = (k: number): readonly Uint32Array[] =>
      lists.map((list, place) => {
        const depth = k * CALIBRATION_DEPTH
        const options = { history: this.#historyMix(place), strength, length: k }
        return mix === null ? list : calibrate(list.subarray(0, depth), { ...options, mix })
      })
    const parts = ks.map((k) => {
      const changed = calibrated(k)
      const ratio = (measure: (list: Uint32Array, place: number) => number): Estimate | null =>
        estimateRatio(Float64Array.from(changed, measure), Float64Array.from(lists, measure), this.#seed)
      const ndcg = ratio((list, place) => ndcgAt(list, this.#relevant[place]!, k))
      const kl = ratio((list, place) => this.#calibrationAt(list, place, k))
      return { metrics: this.of(changed, [k]), ratios: { [`ndcg@${k}`]: ndcg, [`calibrationKl@${k}`]: kl } }
    })
    return { metrics: Object.assign({}, ...parts.map(({ metrics }) => metrics)), ratios: Object.assign({}, ...parts.map(({ ratios }) => ratios)) }
  }

  #at(lists: readonly Uint32Array[], k: number): [string, Estimate | Coverage | null][] {
    const columnOf = (measure: (list: Uint32Array, place: number) => number): Float64Array => Float64Array.from(lists, measure)
    const columns = {
      ndcg: columnOf((list, place) => ndcgAt(list, this.#relevant[place]!, k)),
      recall: columnOf((list, place) => recallAt(list, this.#relevant[place]!, k)),
      novelty: columnOf((list) => noveltyAt(list, this.#ranks, k)),
      diversity: columnOf((list) => this.#diversity.at(list, k)),
      calibrationKl: columnOf((list, place) => this.#calibrationAt(list, place, k)),
    }
    const [ndcg = null, recall = null, novelty = null, diversity = null, kl = null] = estimateMeans(Object.values(columns), lists.length, this.#seed)
    const itemCount = this.#data.itemIds.length
    const coverage = coverageOf(exposureOf(lists, k, itemCount))
    return [
      ['ndcg', ndcg],
      ['recall', recall],
      ['coverage', coverage],
      ['novelty', novelty],
      ['diversity', diversity],
      ['gini', this.#giniAt(lists, k)],
      ['calibrationKl', kl],
    ]
  }

  #calibrationAt(list: Uint32Array, place: number, k: number): number {
    const history = this.#historyMix(place)
    const shown = this.#mix?.of(list.subarray(0, k)) ?? null
    return history === null || shown === null ? Number.NaN : calibrationKl(history, shown)
  }

  /** null: it is not known what the listener likes to hear. */
  #historyMix(place: number): Float64Array | null {
    return this.#mix?.of(columnsOf(this.#data.listeners.histories, this.#ranked[place]!)) ?? null
  }

  #giniAt(lists: readonly Uint32Array[], k: number): Estimate | null {
    const itemCount = this.#data.itemIds.length
    const gini = giniOf(exposureOf(lists, k, itemCount))
    if (Number.isNaN(gini)) return null
    const resampled: number[] = []
    resample(lists.length, this.#seed, GINI_RESAMPLES, (drawn) => {
      resampled.push(
        giniOf(
          exposureOf(
            Array.from(drawn, (place) => lists[place]!),
            k,
            itemCount,
          ),
        ),
      )
    })
    return estimateAround(gini, resampled, 0, 1)
  }
}

/** Who has it counts, not how much of it: one listener's thousand plays say nothing about what goes together. */
const oneEach = (rows: CompressedRows): CompressedRows => ({ ...rows, values: rows.values.map(() => 1) })
