import type { DurationMention } from './mentions.js'

const size = { second: 1_000, 'half-minute': 30_000, minute: 60_000, hour: 3_600_000 } as const

/** The unit to which a length is said, in milliseconds. */
export function unitOf(granularity: DurationMention['granularity']): number {
  return size[granularity]
}

/** Lengths may be rounded to what the sentence names, never to a neighbour; `point`: a time of a mark, which is not rounded up. */
export function fitsLength(
  { milliseconds: said, granularity, comparator }: Pick<DurationMention, 'milliseconds' | 'granularity' | 'comparator'>,
  milliseconds: number,
  point: boolean,
): boolean {
  const unit = size[granularity]
  const [floor, round, whole] = [Math.floor(milliseconds / unit), Math.round(milliseconds / unit), Math.round(said / unit)]
  if (comparator === 'more') return floor === whole && milliseconds >= said
  if (comparator === 'fewer') return Math.ceil(milliseconds / unit) === whole && milliseconds < said
  if (point) return floor === whole
  return granularity === 'second' ? floor === whole || round === whole : round === whole
}
