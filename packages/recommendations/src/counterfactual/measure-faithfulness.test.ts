import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHeroWorld, type HeroWorld } from '../__fixtures__/hero-world.js'
import { listenerId, NOW } from '../__fixtures__/world.js'
import { measureFaithfulness } from './measure-faithfulness.js'
import { shareOf } from './share.js'

let world: HeroWorld
beforeAll(async () => {
  world = await openHeroWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

test('reasons are causes far more often than random items of the history, and every suggestion is counted once', async () => {
  const { signal } = new AbortController()
  const context = { db: world.db, model: world.model, now: () => NOW, signal }
  const listenerIds = ['hero', 'punk only', 'nobody known'].map(listenerId)
  const done: number[] = []
  const question = { recipe: 'discover-tracks', kinds: ['track'] as const, listenerIds, top: 10, adventurousness: 0.3, seed: 1 }
  const report = await measureFaithfulness(context, question, (count) => done.push(count))
  expect(done).toEqual([1, 2, 3])
  expect(report.listeners).toBe(2)
  expect(report.suggestions + report.withoutHistory).toBe(20)
  expect(report.byReason.reduce((sum, { lowered }) => sum + lowered.of, 0)).toBe(report.suggestions)
  expect(report.lowered.share).toBeGreaterThan(report.oneRandomItem.share!)
  expect(await measureFaithfulness(context, question, () => {})).toEqual({ ...report, millisecondsEach: expect.any(Number) })
})

test('a share has the interval of Wilson; of nothing there is none', () => {
  // 8 of 10: centre (0.8 + z²/20) / (1 + z²/10), by hand 0.4902 to 0.9433.
  expect(shareOf(8, 10)).toEqual({ count: 8, of: 10, share: 0.8, low: expect.closeTo(0.4902, 4), high: expect.closeTo(0.9433, 4) })
  expect(shareOf(0, 0)).toEqual({ count: 0, of: 0, share: null, low: null, high: null })
})
