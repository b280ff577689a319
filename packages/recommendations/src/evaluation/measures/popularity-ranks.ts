import { transpose, rowLength, type CompressedRows } from '../../model/compressed-rows.js'

/** For each item its place in the order of how many users have it: 1 for the item that most have. Of equals the lower number comes first. */
export function popularityRanks(interactions: CompressedRows): Uint32Array {
  const byItem = transpose(interactions)
  const order = Uint32Array.from({ length: byItem.rowCount }, (_, item) => item).toSorted(
    (left, right) => rowLength(byItem, right) - rowLength(byItem, left) || left - right,
  )
  const ranks = new Uint32Array(order.length)
  for (const [place, item] of order.entries()) ranks[item] = place + 1
  return ranks
}

/** Novelty as the mean popularity rank of the first k: the higher, the less known. NaN: the list is empty. */
export function noveltyAt(list: Uint32Array, ranks: Uint32Array, k: number): number {
  const top = list.subarray(0, k)
  return top.reduce((sum, item) => sum + ranks[item]!, 0) / top.length
}
