/** How often each item stands in the first k of the lists. */
export function exposureOf(lists: readonly Uint32Array[], k: number, itemCount: number): Uint32Array {
  const exposure = new Uint32Array(itemCount)
  for (const list of lists) for (const item of list.subarray(0, k)) exposure[item]!++
  return exposure
}

/** Catalogue coverage: items that are shown to anybody at all, and their share of the candidates. */
export function coverageOf(exposure: Uint32Array): { readonly items: number; readonly share: number } {
  const items = exposure.reduce((sum, times) => sum + (times > 0 ? 1 : 0), 0)
  return { items, share: items / exposure.length }
}

/**
 * Gini coefficient of the exposure over all candidates, those never shown included: 0 where all are shown equally often, (n - 1) / n where one item
 * gets everything. NaN: nothing is shown.
 */
export function giniOf(exposure: Uint32Array): number {
  const sorted = exposure.toSorted()
  let [sum, weighted] = [0, 0]
  for (const [place, times] of sorted.entries()) {
    sum += times
    weighted += (2 * (place + 1) - sorted.length - 1) * times
  }
  return weighted / (sorted.length * sum)
}
