import { hash } from 'node:crypto'

/** Chance that can be replayed: the same parts give the same sequence, 0 up to 1 (mulberry32, Tommy Ettinger, public domain). */
export function seededRandom(...parts: readonly (string | number)[]): () => number {
  let state = Number.parseInt(hash('sha256', JSON.stringify(parts)).slice(0, 8), 16)
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One of them, by weight; undefined where none has any. */
export function pickByWeight<Value>(values: readonly Value[], weightOf: (value: Value) => number, random: () => number): Value | undefined {
  const weights = values.map((value) => Math.max(0, weightOf(value)))
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0)
  let last: Value | undefined
  for (const [index, value] of values.entries()) {
    if (weights[index] === 0) continue
    last = value
    left -= weights[index] ?? 0
    if (left < 0) return value
  }
  return last
}
