/** The `count` highest values, highest first, ties to the lower key; each as a share of the highest. Values that are not positive are left out. */
export function strongest(values: Iterable<readonly [key: number, value: number]>, count: number): readonly { key: number; value: number; share: number }[] {
  const ranked = [...values]
    .filter(([, value]) => value > 0)
    .toSorted(([a, one], [b, other]) => other - one || a - b)
    .slice(0, count)
  const highest = ranked[0]?.[1] ?? 1
  return ranked.map(([key, value]) => ({ key, value, share: value / highest }))
}
