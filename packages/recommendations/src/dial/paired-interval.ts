import { seededChance } from '../seeded-chance.js'

export interface Interval {
  readonly mean: number
  readonly low: number
  readonly high: number
}

const RESAMPLES = 1000

export const meanOf = (values: readonly number[]): number => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length)

/** The mean of values, one a listener, with its 95 % bootstrap interval (Efron 1979), seeded. */
export function intervalOf(values: readonly number[], seed: number): Interval {
  const { random } = seededChance(seed)
  const means = Array.from({ length: RESAMPLES }, () => meanOf(values.map(() => values[Math.floor(random() * values.length)]!))).toSorted((a, b) => a - b)
  return { mean: meanOf(values), low: means[Math.floor(0.025 * RESAMPLES)]!, high: means[Math.ceil(0.975 * RESAMPLES) - 1]! }
}
