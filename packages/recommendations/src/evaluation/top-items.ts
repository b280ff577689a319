/**
 * The best items, best first: by score, and of equal scores the lower number. `isOut` marks items that are not ranked.
 * Keeps a heap of `length`, so that the cost hardly grows with the length.
 */
export function topItems(scores: Float64Array, isOut: Uint8Array, length: number): Uint32Array {
  const heap = new Uint32Array(Math.min(length, scores.length))
  let size = 0
  const isWorse = (left: number, right: number): boolean => scores[left]! < scores[right]! || (scores[left] === scores[right] && left > right)
  /** Puts an item in a place whose children stand in order, the worst on top. */
  const sink = (item: number, from: number): void => {
    let place = from
    for (let child = 2 * place + 1; child < size; child = 2 * place + 1) {
      if (child + 1 < size && isWorse(heap[child + 1]!, heap[child]!)) child++
      if (!isWorse(heap[child]!, item)) break
      heap[place] = heap[child]!
      place = child
    }
    heap[place] = item
  }
  for (let item = 0; item < scores.length; item++) {
    if (isOut[item] === 1) continue
    if (size < heap.length) {
      heap[size++] = item
      if (size === heap.length) for (let place = (size >> 1) - 1; place >= 0; place--) sink(heap[place]!, place)
    } else if (size > 0 && isWorse(heap[0]!, item)) sink(item, 0)
  }
  return heap.subarray(0, size).toSorted((left, right) => scores[right]! - scores[left]! || left - right)
}
