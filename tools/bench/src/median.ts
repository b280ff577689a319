/** The middle value; of an even number of values the lower of the two. */
export function median(values: readonly number[]): number {
  const middle = values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) / 2)]
  if (middle === undefined) throw new RangeError('the median of nothing')
  return middle
}
