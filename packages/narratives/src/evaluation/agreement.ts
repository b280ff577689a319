import { shareOf, type Share } from './estimate.js'

/** How two who score the same texts from 1 to 5 agree. */
export interface Agreement {
  readonly n: number
  /** Both said the same. */
  readonly exact: Share
  /** 1: always the same; 0: as by chance; below: worse. null: both never say but one score, or there is nothing to compare. */
  readonly weightedKappa: number | null
}

/** Weighted kappa of J. Cohen (1968), with quadratic weights: to be off by two is four times as bad as by one. */
export function measureAgreement(pairs: readonly (readonly [left: number, right: number])[]): Agreement {
  const n = pairs.length
  const exact = shareOf(pairs.filter(([left, right]) => left === right).length, n)
  const observed = pairs.reduce((sum, [left, right]) => sum + (left - right) ** 2, 0)
  const expected = pairs.reduce((sum, [left]) => sum + pairs.reduce((inner, [, right]) => inner + (left - right) ** 2, 0), 0)
  return { n, exact, weightedKappa: expected === 0 ? null : 1 - (observed * n) / expected }
}
