/** A share of a count, with its 95 % interval (Wilson 1927). All null where there was nothing to count. */
export interface Share {
  readonly count: number
  readonly of: number
  readonly share: number | null
  readonly low: number | null
  readonly high: number | null
}

/** The 97.5 % point of the normal distribution. */
const Z = 1.959964

export function shareOf(count: number, of: number): Share {
  if (of === 0) return { count, of, share: null, low: null, high: null }
  const share = count / of
  const middle = share + (Z * Z) / (2 * of)
  const width = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of))
  const scale = 1 + (Z * Z) / of
  return { count, of, share, low: Math.max(0, (middle - width) / scale), high: Math.min(1, (middle + width) / scale) }
}
