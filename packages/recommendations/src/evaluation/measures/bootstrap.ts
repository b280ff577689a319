import { seededChance } from '../../seeded-chance.js'

/** A value with its 95 % interval; NaN is never in it. */
export interface Estimate {
  readonly mean: number
  readonly low: number
  readonly high: number
}

export const RESAMPLES = 1_000
const Z = 1.959964

/** Calls back with so many resamples of listeners: numbers of listeners, with replacement. The same seed draws the same ones. */
export function resample(listenerCount: number, seed: number, times: number, visit: (drawn: Uint32Array) => void): void {
  const { random } = seededChance(seed)
  const drawn = new Uint32Array(listenerCount)
  for (let time = 0; time < times; time++) {
    for (let draw = 0; draw < listenerCount; draw++) drawn[draw] = Math.floor(random() * listenerCount)
    visit(drawn)
  }
}

/**
 * The mean over listeners with its percentile bootstrap interval (Efron 1979). NaN stands for a listener of whom the measure is not known, and is
 * left out; null: it is known of nobody. All columns are resampled together.
 */
export function estimateMeans(columns: readonly Float64Array[], listenerCount: number, seed: number): readonly (Estimate | null)[] {
  const means = columns.map((): number[] => [])
  resample(listenerCount, seed, RESAMPLES, (drawn) => {
    for (const [index, column] of columns.entries()) {
      const mean = meanOfDrawn(column, drawn)
      if (!Number.isNaN(mean)) means[index]!.push(mean)
    }
  })
  const everybody = Uint32Array.from({ length: listenerCount }, (_, listener) => listener)
  return columns.map((column, index) => {
    const mean = meanOfDrawn(column, everybody)
    if (Number.isNaN(mean)) return null
    const sorted = Float64Array.from(means[index]!).toSorted()
    return { mean, low: Math.min(mean, quantileOf(sorted, 0.025)), high: Math.max(mean, quantileOf(sorted, 0.975)) }
  })
}

/**
 * How many times one mean is the other, of the same listeners, with its percentile interval: both are resampled together, so that what their listeners have in common does not
 * widen it. Listeners of whom one of them is not known are left out; null: nobody is left, or there is nothing to divide by.
 */
export function estimateRatio(of: Float64Array, to: Float64Array, seed: number): Estimate | null {
  const known = of.keys().filter((listener) => !Number.isNaN(of[listener]! + to[listener]!))
  const listeners = Uint32Array.from(known)
  const ratioOf = (drawn: Uint32Array): number => {
    let [above, below] = [0, 0]
    for (const listener of drawn) {
      above += of[listener]!
      below += to[listener]!
    }
    return above / below
  }
  const mean = ratioOf(listeners)
  if (!Number.isFinite(mean)) return null
  const ratios: number[] = []
  resample(listeners.length, seed, RESAMPLES, (drawn) => {
    const ratio = ratioOf(drawn.map((place) => listeners[place]!))
    if (Number.isFinite(ratio)) ratios.push(ratio)
  })
  const sorted = Float64Array.from(ratios).toSorted()
  return { mean, low: Math.min(mean, quantileOf(sorted, 0.025)), high: Math.max(mean, quantileOf(sorted, 0.975)) }
}

/**
 * A value that is no mean over listeners, with the interval of a normal distribution around it (Efron and Tibshirani 1993, chapter 13): a resample
 * shows fewer items than its listeners saw, so that percentiles of a Gini coefficient would lie beside it.
 */
export function estimateAround(value: number, resampled: readonly number[], least: number, most: number): Estimate {
  const middle = resampled.reduce((sum, each) => sum + each, 0) / resampled.length
  const error = Math.sqrt(resampled.reduce((sum, each) => sum + (each - middle) ** 2, 0) / Math.max(1, resampled.length - 1))
  return { mean: value, low: Math.max(least, value - Z * error), high: Math.min(most, value + Z * error) }
}

function meanOfDrawn(column: Float64Array, drawn: Uint32Array): number {
  let [sum, count] = [0, 0]
  for (const listener of drawn) {
    const value = column[listener]!
    if (Number.isNaN(value)) continue
    sum += value
    count++
  }
  return sum / count
}

/** Nearest rank: a value that occurred. */
const quantileOf = (sorted: Float64Array, quantile: number): number => sorted[Math.max(0, Math.ceil(quantile * sorted.length) - 1)]!
