import { describe, expect, it } from 'vitest'
import { listenerOf, quietly, smallTaste } from '../__fixtures__/small-taste.js'
import { forEachInRow } from '../model/compressed-rows.js'
import { trainEase } from './ease.js'
import { keepColumns } from './most-played.js'
import { WorkPace } from './work-pace.js'

/** Gauss-Jordan elimination, the slow and plain way. */
function invert(matrix: number[][]): number[][] {
  const size = matrix.length
  const work = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))])
  for (let pivot = 0; pivot < size; pivot++) {
    const scale = work[pivot]![pivot]!
    work[pivot] = work[pivot]!.map((value) => value / scale)
    for (let row = 0; row < size; row++) {
      if (row === pivot) continue
      const factor = work[row]![pivot]!
      work[row] = work[row]!.map((value, column) => value - factor * work[pivot]![column]!)
    }
  }
  return work.map((row) => row.slice(size))
}

describe('trainEase', () => {
  it('has the weights of the closed form', async () => {
    const { interactions } = smallTaste(2)
    const items = interactions.columnCount
    const gram = Array.from({ length: items }, (_, i) => Array.from({ length: items }, (__, j) => (i === j ? 5 : 0)))
    for (let user = 0; user < interactions.rowCount; user++) {
      forEachInRow(interactions, user, (first) => forEachInRow(interactions, user, (second) => void gram[first]![second]!++))
    }
    const inverse = invert(gram)
    const { weights } = (
      await trainEase({ interactions, itemTags: null, friends: null }, new WorkPace(quietly), { regularisation: 5, mostItems: 100 })
    ).toParts().arrays
    let worst = 0
    for (let row = 0; row < items; row++) {
      for (let column = 0; column < items; column++) {
        const expected = row === column ? 0 : -inverse[row]![column]! / inverse[column]![column]!
        worst = Math.max(worst, Math.abs(weights![row * items + column]! - expected))
      }
    }
    expect(worst).toBeLessThan(1e-7)
  })

  it('gives the matrix of two items by hand', async () => {
    // Both played by one, the first by one more: X'X + I = [[3, 1], [1, 2]], its inverse [[2, -1], [-1, 3]] / 5.
    const interactions = { rowCount: 2, columnCount: 2, offsets: Uint32Array.of(0, 2, 3), columns: Uint32Array.of(0, 1, 0), values: Float32Array.of(40, 1, 7) }
    const { weights } = (
      await trainEase({ interactions, itemTags: null, friends: null }, new WorkPace(quietly), { regularisation: 1, mostItems: 100 })
    ).toParts().arrays
    expect([...weights!]).toEqual([0, Math.fround(1 / 3), 1 / 2, 0])
  })

  it('learns the most played items alone where there are too many, as if there were no others', async () => {
    const { interactions } = smallTaste(2)
    const most = await trainEase({ interactions, itemTags: null, friends: null }, new WorkPace(quietly), { regularisation: 5, mostItems: 10 })
    const { members, weights } = most.toParts().arrays
    const kept = keepColumns(interactions, members as Uint32Array)
    const alone = await trainEase({ interactions: kept, itemTags: null, friends: null }, new WorkPace(quietly), { regularisation: 5, mostItems: 10 })
    expect(members).toHaveLength(10)
    expect(weights).toEqual(alone.toParts().arrays['weights'])
    const scores = new Float64Array(interactions.columnCount)
    most.score(listenerOf(interactions, 0), scores)
    scores.forEach((score, item) => expect(score !== 0).toBe(members!.includes(item)))
  })
})
