import { describe, expect, it } from 'vitest'
import { compressRows } from '../model/compressed-rows.js'
import { trainModel } from '../ranking-models/train-model.js'
import { rankApart } from './rank-apart.js'
import { rankListeners, type RankingTask } from './rank-listeners.js'

/** Of 400 users each plays 20 of 300 items; the ten listeners know three of them. */
function taskOf(length = 5): RankingTask {
  const users = Array.from({ length: 400 }, (_, user) => user)
  const cells = users.flatMap((user) => Array.from({ length: 20 }, (_, turn) => [user, (user * 7 + turn * turn) % 300] as const))
  const interactions = compressRows(400, 300, { rows: cells.map(([user]) => user), columns: cells.map(([, item]) => item), values: cells.map(() => 1) })
  const known = Array.from({ length: 30 }, (_, cell) => cell)
  const histories = compressRows(10, 300, { rows: known.map((cell) => cell % 10), columns: known.map((cell) => cell * 9), values: known.map(() => 1) })
  return {
    model: 'item-knn',
    training: { interactions, itemTags: null, friends: null },
    listeners: { ids: Array.from({ length: 10 }, (_, listener) => `l${listener}`), histories, friends: null },
    ranked: Uint32Array.of(0, 4, 9),
    length,
    seed: 1,
  }
}

const signal = new AbortController().signal

describe('ranking in a process of its own', () => {
  it('gives the same lists as ranking in this one, and its own memory and time', async () => {
    const ballast = Buffer.alloc(300_000_000, 1)
    const here = await rankListeners(taskOf(), { trainModel, signal, clock: () => 0, peakMegabytes: () => 0, onStep: () => {} })
    const phases = new Set<string>()
    const apart = await rankApart(taskOf(), { signal, onStep: ({ phase }) => phases.add(phase) })
    expect(apart.lists.map((list) => [...list])).toEqual(here.lists.map((list) => [...list]))
    expect([...phases]).toEqual(['train', 'rank'])
    expect(apart.trainSeconds).toBeGreaterThan(0)
    expect(apart.peakMegabytes).toBeGreaterThan(20)
    // This process holds more than that: it is not its memory that is measured.
    expect(apart.peakMegabytes).toBeLessThan(ballast.length / 1_000_000)
  })

  it('ends with the reason of who aborts it', async () => {
    const stop = new AbortController()
    const onStep = (): void => stop.abort(new Error('enough'))
    await expect(rankApart(taskOf(), { signal: stop.signal, onStep })).rejects.toThrow('enough')
    await expect(rankApart(taskOf(), { signal: stop.signal, onStep })).rejects.toThrow('enough')
  })

  it('says why the process failed', async () => {
    const task = { ...taskOf(), model: 'no-such-model' as 'ease' }
    await expect(rankApart(task, { signal, onStep: () => {} })).rejects.toThrow('is not a function')
  })
})
