/** Share of the items to be guessed that are in the first k. */
export function recallAt(list: Uint32Array, relevant: ReadonlySet<number>, k: number): number {
  let hits = 0
  for (const item of list.subarray(0, k)) if (relevant.has(item)) hits++
  return hits / relevant.size
}

/**
 * Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002) of the first k: gain 1 for an item to be guessed, discounted by
 * log2(place + 1), over the most that min(k, items to be guessed) could gain.
 */
export function ndcgAt(list: Uint32Array, relevant: ReadonlySet<number>, k: number): number {
  let gain = 0
  for (const [place, item] of list.subarray(0, k).entries()) if (relevant.has(item)) gain += discount(place)
  let ideal = 0
  for (let place = 0; place < Math.min(k, relevant.size); place++) ideal += discount(place)
  return gain / ideal
}

const discount = (place: number): number => 1 / Math.log2(place + 2)
