import { describe, expect, it } from 'vitest'
import { listenerOf, quietly, smallTaste } from '../__fixtures__/small-taste.js'
import type { FoldIn, RankingModel } from './ranking-model.js'
import { trainModel } from './train-model.js'

const data = smallTaste(4)
const nobody: FoldIn = { items: new Uint32Array(), weights: new Float32Array(), friends: [] }

function scoresOf(model: RankingModel, listener: FoldIn): Float64Array {
  const scores = new Float64Array(model.itemCount)
  model.score(listener, scores)
  return scores
}

const order = (scores: Float64Array) => [...scores.keys()].toSorted((a, b) => scores[b]! - scores[a]! || a - b)
/** What the history adds to the score of item 23. */
const historyPart = (model: RankingModel, listener: FoldIn) => model.explain(listener, 23).parts.reduce((sum, part) => sum + part, 0)
const rankOf = (scores: Float64Array, item: number) => scores.filter((score) => score > scores[item]!).length

describe('hybrid', () => {
  it('ranks by popularity for somebody of whom nothing is known', async () => {
    const hybrid = scoresOf(await trainModel('hybrid', data, quietly), nobody)
    const popularity = scoresOf(await trainModel('popularity', data, quietly), nobody)
    expect(order(hybrid)).toEqual(order(popularity))
  })

  it('lifts what friends play, and says that this rests on no item of the history', async () => {
    const model = await trainModel('hybrid', data, quietly)
    const alone = listenerOf(data.interactions, 3)
    const friends = { ...alone, friends: [{ items: Uint32Array.of(7), weights: Float32Array.of(50) }] }
    expect(rankOf(scoresOf(model, friends), 7)).toBeLessThan(rankOf(scoresOf(model, alone), 7))
    expect(model.explain(friends, 7).parts).toEqual(model.explain(alone, 7).parts)
    expect(model.explain(friends, 7).remainder).toBeGreaterThan(model.explain(alone, 7).remainder)
  })

  it('knows an item that nobody has played by its tags', async () => {
    // Item 23 carries the tag of group 2; all its plays are taken away.
    const values = data.interactions.values.map((value, entry) => (data.interactions.columns[entry] === 23 ? 0 : value))
    const silent = { ...data, interactions: { ...data.interactions, values } }
    const near: FoldIn = { items: Uint32Array.of(2, 5, 8), weights: Float32Array.of(20, 20, 20), friends: [] }
    const far: FoldIn = { ...near, items: Uint32Array.of(0, 3, 6) }
    const tagged = await trainModel('hybrid', silent, quietly)
    expect(historyPart(tagged, near)).toBeGreaterThan(historyPart(tagged, far))
    expect(historyPart(tagged, near)).toBeGreaterThan(0)
    const untagged = await trainModel('hybrid', { ...silent, itemTags: null }, quietly)
    expect(historyPart(untagged, near)).toBe(0)
  })

  it('trains without tags and without friends', async () => {
    const model = await trainModel('hybrid', { ...data, itemTags: null, friends: null }, quietly)
    expect(scoresOf(model, listenerOf(data.interactions, 0)).every(Number.isFinite)).toBe(true)
  })
})
