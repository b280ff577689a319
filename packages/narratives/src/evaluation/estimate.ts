import { seededRandom } from './seeded-random.js'

/** So many of so many, with the 95 % interval of the share; null where there was nothing to count. */
export interface Share {
  readonly count: number
  readonly of: number
  readonly share: number | null
  readonly low: number | null
  readonly high: number | null
}

/** A mean with its 95 % interval; null where there was nothing to measure. */
export interface Mean {
  readonly n: number
  readonly mean: number | null
  readonly low: number | null
  readonly high: number | null
}

const z = 1.959964
const resamples = 1_000

/** The score interval of E. B. Wilson (1927): holds its promise for few cases and for shares near 0 and 1, too. */
export function shareOf(count: number, of: number): Share {
  if (of === 0) return { count, of, share: null, low: null, high: null }
  const share = count / of
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of)
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  return { count, of, share, low: Math.max(0, Math.min(share, middle - half)), high: Math.min(1, Math.max(share, middle + half)) }
}

export function shareWhere<Value>(values: readonly Value[], holds: (value: Value) => boolean): Share {
  return shareOf(values.filter(holds).length, values.length)
}

/** Percentile bootstrap (Efron 1979) over 1,000 resamples, always the same ones. */
export function meanOf(values: readonly number[]): Mean {
  const n = values.length
  if (n === 0) return { n, mean: null, low: null, high: null }
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const random = seededRandom(n)
  const means = Array.from({ length: resamples }, () => {
    let sum = 0
    for (let draw = 0; draw < n; draw += 1) sum += values[Math.floor(random() * n)] as number
    return sum / n
  })
  return { n, mean, low: Math.min(mean, quantileOf(means, 0.025) as number), high: Math.max(mean, quantileOf(means, 0.975) as number) }
}

/** Nearest rank: a value that was measured. */
export function quantileOf(values: readonly number[], quantile: number): number | null {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.max(0, Math.ceil(quantile * sorted.length) - 1)] ?? null
}
