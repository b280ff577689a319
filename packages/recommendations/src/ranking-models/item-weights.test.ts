import { describe, expect, it } from 'vitest'
import { ItemWeights } from './item-weights.js'

describe('ItemWeights', () => {
  // Items 1 and 3 of four are members; 1 adds 0.5 to 3, 3 adds 0.25 to 1.
  const weights = new ItemWeights(4, Uint32Array.of(1, 3), Float32Array.of(0, 0.5, 0.25, 0))

  it('scores members by members, and the rest 0', () => {
    const scores = new Float64Array(4).fill(9)
    weights.score(Uint32Array.of(0, 1, 2), Float64Array.of(7, 2, 7), scores)
    expect([...scores]).toEqual([0, 0, 0, 1])
  })

  it('names the part of each item, 0 for those that are no members', () => {
    expect([...weights.partsOf(Uint32Array.of(0, 1, 3), Float64Array.of(7, 2, 4), 3)]).toEqual([0, 1, 0])
    expect([...weights.partsOf(Uint32Array.of(1, 3), Float64Array.of(2, 4), 2)]).toEqual([0, 0])
  })
})
