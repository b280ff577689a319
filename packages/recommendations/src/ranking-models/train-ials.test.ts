import { describe, expect, it } from 'vitest'
import { listenerOf, quietly, smallTaste } from '../__fixtures__/small-taste.js'
import { columnsOf } from '../model/compressed-rows.js'
import type { IalsSettings } from './ials-settings.js'
import { RowSolver } from './row-solver.js'
import { trainIals } from './train-ials.js'
import { WorkPace } from './work-pace.js'

const { interactions } = smallTaste(3)
const settings: IalsSettings = { dimensions: 6, unobservedWeight: 0.1, regularisation: 0.05, scaling: 1, sweeps: 1, solver: 'cholesky' }
const train = async (changes: Partial<IalsSettings>) =>
  trainIals({ interactions, itemTags: null, friends: null }, new WorkPace(quietly), 5, { ...settings, ...changes })
const itemVectors = async (changes: Partial<IalsSettings>) => (await train(changes)).toParts().arrays['items'] as Float64Array

/** The vectors of all training listeners, each by the normal equations. */
function solveListeners(items: Float64Array): Float64Array[] {
  const solver = new RowSolver(items, interactions.columnCount, settings)
  return Array.from({ length: interactions.rowCount }, (_, user) => {
    const vector = new Float64Array(settings.dimensions)
    const observed = columnsOf(interactions, user)
    solver.solve(observed, new Float32Array(observed.length).fill(1), vector)
    return vector
  })
}

const product = (first: ArrayLike<number>, second: ArrayLike<number>) => Array.from(first).reduce((sum, value, k) => sum + value * second[k]!, 0)

/** The loss of Rendle et al. written out pair by pair, at the best listeners for the given items. */
function lossOf(items: Float64Array): number {
  const { dimensions, unobservedWeight, regularisation, scaling } = settings
  const listeners = solveListeners(items)
  const vectorOf = (item: number) => items.subarray(item * dimensions, (item + 1) * dimensions)
  const played = listeners.map((_, user) => new Set(columnsOf(interactions, user)))
  let loss = 0
  listeners.forEach((listener, user) => {
    for (let item = 0; item < interactions.columnCount; item++) {
      const score = product(listener, vectorOf(item))
      loss += unobservedWeight * score ** 2 + (played[user]!.has(item) ? (score - 1) ** 2 : 0)
    }
    loss += regularisation * (played[user]!.size + unobservedWeight * interactions.columnCount) ** scaling * product(listener, listener)
  })
  for (let item = 0; item < interactions.columnCount; item++) {
    const count = played.filter((items_) => items_.has(item)).length
    loss += regularisation * (count + unobservedWeight * listeners.length) ** scaling * product(vectorOf(item), vectorOf(item))
  }
  return loss
}

describe('trainIals', () => {
  it.each(['cholesky', 'conjugate-gradient'] as const)('lowers the loss in every sweep by %s', async (solver) => {
    const losses: number[] = []
    for (const sweeps of [1, 2, 3, 4, 6, 10]) losses.push(lossOf(await itemVectors({ sweeps, solver })))
    for (let at = 1; at < losses.length; at++) expect(losses[at]).toBeLessThan(losses[at - 1]!)
  })

  it('comes to the same vectors by conjugate gradient as by Cholesky', async () => {
    const exact = await itemVectors({ sweeps: 40 })
    const steps = await itemVectors({ sweeps: 40, solver: 'conjugate-gradient' })
    expect(Math.abs(lossOf(steps) / lossOf(exact) - 1)).toBeLessThan(1e-4)
  })

  it('solves the normal equations: no small step lowers the loss of a row', async () => {
    const items = await itemVectors({ sweeps: 3 })
    const [vector] = solveListeners(items)
    const observed = new Set(columnsOf(interactions, 0))
    const ridge = settings.regularisation * (observed.size + settings.unobservedWeight * interactions.columnCount) ** settings.scaling
    const gradient = new Float64Array(settings.dimensions)
    for (let item = 0; item < interactions.columnCount; item++) {
      const row = items.subarray(item * settings.dimensions, (item + 1) * settings.dimensions)
      const score = product(vector!, row)
      const slope = settings.unobservedWeight * score + (observed.has(item) ? score - 1 : 0)
      row.forEach((value, k) => (gradient[k]! += slope * value))
    }
    gradient.forEach((slope, k) => expect(Math.abs(slope + ridge * vector![k]!)).toBeLessThan(1e-10))
  })

  it('folds a training listener in to the scores that training gives', async () => {
    const model = await train({ sweeps: 5 })
    const items = model.toParts().arrays['items'] as Float64Array
    const scores = new Float64Array(model.itemCount)
    model.score(listenerOf(interactions, 4), scores)
    const vector = solveListeners(items)[4]!
    scores.forEach((score, item) => expect(score).toBeCloseTo(product(vector, items.subarray(item * 6, item * 6 + 6)), 12))
  })

  it('starts from its seed', async () => {
    const one = await trainIals({ interactions, itemTags: null, friends: null }, new WorkPace(quietly), 1, settings)
    const other = await trainIals({ interactions, itemTags: null, friends: null }, new WorkPace(quietly), 2, settings)
    expect(one.toParts()).not.toEqual(other.toParts())
  })
})
