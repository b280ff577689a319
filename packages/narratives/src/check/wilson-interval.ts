/** A share with its 95 % interval; `share` is null where nothing was counted. */
export interface Share {
  readonly count: number
  readonly of: number
  readonly share: number | null
  readonly low: number | null
  readonly high: number | null
}

const z = 1.959964

/** Wilson's score interval (1927): honest near 0 and 1, where the normal approximation is not. */
export function shareOf(count: number, of: number): Share {
  if (of === 0) return { count, of, share: null, low: null, high: null }
  const share = count / of
  const centre = (share + z ** 2 / (2 * of)) / (1 + z ** 2 / of)
  const half = (z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2))) / (1 + z ** 2 / of)
  return { count, of, share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}
