import type { TrainingData } from '@linernotes/recommendations'

/** Uniform in [0, 1), the same each run: mulberry32 (Ettinger 2017). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Vectors between -1 and 1. */
export function randomVectors(count: number, dimensions: number, random: () => number): Float32Array {
  return Float32Array.from({ length: count * dimensions }, () => 2 * random() - 1)
}

/** So many listeners who each play so many different items, of which a few are played by very many: popularity falls as the square of the rank. */
export function randomPlays(listeners: number, items: number, interactions: number, seed: number): TrainingData {
  const random = chance(seed)
  const each = Math.max(1, Math.min(items >> 1, Math.round(interactions / listeners)))
  const columns = new Uint32Array(listeners * each)
  for (let listener = 0; listener < listeners; listener++) {
    const played = new Set<number>()
    while (played.size < each) played.add(Math.floor(items * random() ** 2))
    columns.set(
      [...played].toSorted((a, b) => a - b),
      listener * each,
    )
  }
  const values = Float32Array.from(columns, () => 1 + Math.floor(random() * 20))
  const offsets = Uint32Array.from({ length: listeners + 1 }, (_, listener) => listener * each)
  return { interactions: { rowCount: listeners, columnCount: items, offsets, columns, values }, itemTags: null, friends: null }
}
