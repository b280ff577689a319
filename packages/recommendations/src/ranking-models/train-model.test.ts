import { array, assert, constant, integer, nat, property, record, tuple, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listenerOf, quietly, smallTaste } from '../__fixtures__/small-taste.js'
import { openRankingModel } from './open-ranking-model.js'
import { modelNames, type FoldIn, type RankingModel } from './ranking-model.js'
import { trainModel } from './train-model.js'

const data = smallTaste(1)

function scoresOf(model: RankingModel, listener: FoldIn): Float64Array {
  const scores = new Float64Array(model.itemCount)
  model.score(listener, scores)
  return scores
}

const histories = uniqueArray(nat(23), { maxLength: 12 }).chain((items) =>
  record({
    items: constant(Uint32Array.from(items)),
    weights: array(integer({ min: 1, max: 5000 }), { minLength: items.length, maxLength: items.length }).map((weights) => Float32Array.from(weights)),
  }),
)
const listeners = tuple(histories, array(histories, { maxLength: 3 })).map(([history, friends]): FoldIn => ({ ...history, friends }))

describe.each(modelNames)('%s', (name) => {
  it('comes out of its parts as it went in, and the same from the same seed', async () => {
    const model = await trainModel(name, data, quietly)
    const parts = structuredClone(model.toParts())
    expect(parts).toEqual((await trainModel(name, data, quietly)).toParts())
    // The hybrid's parts once held all settings of its training, and no store took them.
    expect(Object.values(parts.numbers).filter((number) => typeof number !== 'number')).toEqual([])
    const opened = openRankingModel(parts)
    expect(opened.name).toBe(name)
    const listener = listenerOf(data.interactions, 3)
    expect(scoresOf(opened, listener)).toEqual(scoresOf(model, listener))
  })

  it('explains every score in parts that add up to it', async () => {
    const model = await trainModel(name, data, quietly)
    assert(
      property(listeners, nat(23), (listener, item) => {
        const { score, parts, remainder } = model.explain(listener, item)
        const given = scoresOf(model, listener)[item]!
        const tolerance = 1e-9 * (1 + Math.abs(given))
        expect(parts).toHaveLength(listener.items.length)
        expect(Math.abs(score - given)).toBeLessThan(tolerance)
        expect(Math.abs(parts.reduce((sum, part) => sum + part, remainder) - given)).toBeLessThan(tolerance)
      }),
    )
  })

  it('reports rising progress up to 1, and stops with the reason it was given', async () => {
    const shares: number[] = []
    await trainModel(name, data, { ...quietly, onProgress: (share) => shares.push(share) })
    expect(shares.at(-1)).toBe(1)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    const reason = new Error('enough')
    await expect(trainModel(name, data, { ...quietly, signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  })

  it('takes plays of 0 as no plays at all', async () => {
    const silent = { ...data, interactions: { ...data.interactions, values: data.interactions.values.map(() => 0) } }
    const scores = scoresOf(await trainModel(name, silent, quietly), listenerOf(silent.interactions, 0))
    expect(scores.every((score) => Number.isFinite(score))).toBe(true)
  })

  it('ranks what the neighbours of a taste play above the rest', async () => {
    if (name === 'popularity') return
    const model = await trainModel(name, data, quietly)
    const scores = scoresOf(model, { items: Uint32Array.of(0, 3, 6), weights: Float32Array.of(9, 30, 4), friends: [] })
    const mean = (group: number) => [9, 12, 15, 18, 21].reduce((sum, item) => sum + scores[item + group]!, 0) / 5
    expect(mean(0)).toBeGreaterThan(mean(1))
    expect(mean(0)).toBeGreaterThan(mean(2))
  })
})
