import { afterAll, beforeAll, expect, test } from 'vitest'
import { idsOf, type HeroWorld } from '../__fixtures__/hero-world.js'
import { openWorld } from '../__fixtures__/open-world.js'
import { episodeId, listenerId, NOW } from '../__fixtures__/world.js'
import { recommend } from '../index.js'
import { exposureOf } from '../stages/little-heard.js'

const MINUTE_MS = 60_000
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
const half = { durationMs: 30 * MINUTE_MS }

/** "fan" finishes half-hour episodes about backups, in English. Everybody else plays the hits. */
let world: HeroWorld
beforeAll(async () => {
  world = await openWorld(
    {
      shows: [
        { title: 'Home', language: 'en-GB', episodes: numbers(10).map((number) => ({ ...half, tags: number < 6 ? ['backups', 'disks'] : ['gardens'] })) },
        {
          title: 'Words',
          language: 'en',
          episodes: [
            { ...half, tags: ['gardens'], chapters: ['Hello', 'Why backups fail', 'Goodbye'] },
            { ...half, tags: ['gardens'], description: 'This time: backups.' },
            { ...half, tags: ['gardens'], transcript: 'Backups here, backups there, and backups, backups, backups again.' },
            { ...half, tags: ['gardens'] },
          ],
        },
        { title: 'Lengths', language: 'en', episodes: [10, 30, 240].map((minutes) => ({ durationMs: minutes * MINUTE_MS, tags: ['backups'] })) },
        {
          title: 'Sprache',
          language: 'de',
          episodes: [
            { ...half, tags: ['backups'] },
            { ...half, tags: ['gardens'] },
          ],
        },
        { title: 'Sinlenguaje', episodes: [{ ...half, tags: ['backups'] }] },
        { title: 'Hits', language: 'en', episodes: numbers(8).map(() => ({ ...half, tags: ['gossip'] })) },
      ],
      plays: [
        ...numbers(4).map((number) => ({ listener: 'fan', item: episodeId('Home', number), playedMs: 30 * MINUTE_MS })),
        ...numbers(60).flatMap((crowd) => numbers(8).map((number) => ({ listener: `crowd ${crowd}`, item: episodeId('Hits', number), times: 5 }))),
      ],
    },
    'fan',
  )
})
afterAll(() => world[Symbol.asyncDispose]())

const ask = async (input = {}) => (await world.ask({ recipe: 'episodes-for-you', limit: 30, ...input })).suggestions
const found = async (show: string, number: number) => (await ask()).find(({ itemId }) => itemId === episodeId(show, number))
const valueOf = async (show: string, number: number, code: string) =>
  (await found(show, number))?.contributions.find((contribution) => contribution.code === code)?.value

test.each([
  ['chapters', 1],
  ['the description', 2],
  ['the transcript', 3],
])('a topic is found in %s', async (_, number) => {
  expect((await found('Words', number))?.contributions.map(({ code, basis }) => [code, basis])).toContainEqual(['topic-match', { topic: 'backups' }])
})

test('the next of a followed show leads; a show that never speaks of the topic is no match', async () => {
  const suggestions = await ask({ adventurousness: 0 })
  expect(suggestions[0]?.itemId).toBe(episodeId('Home', 5))
  expect((await found('Words', 4))?.contributions.some(({ code }) => code === 'topic-match') ?? false).toBe(false)
})

test('of episodes about the same, those come first that are as long as what is finished', async () => {
  expect(await valueOf('Lengths', 2, 'length')).toBeCloseTo(0.3, 6)
  expect(await valueOf('Lengths', 1, 'length')).toBeLessThan(0.1)
  expect(await valueOf('Lengths', 3, 'length')).toBeLessThan(0.01)
})

test('a language that nothing was finished in costs; one that is not stated costs nothing', async () => {
  expect(await valueOf('Sprache', 1, 'language')).toBe(-1)
  expect(await valueOf('Sinlenguaje', 1, 'language')).toBeUndefined()
  const order = idsOf(await ask())
  expect(order.indexOf(episodeId('Sprache', 1))).toBeGreaterThan(order.indexOf(episodeId('Sinlenguaje', 1)))
})

test('the charts are never all there is: a share of the places is for the little heard, also for somebody who plays hits', async () => {
  const { signal } = new AbortController()
  const context = { db: world.db, model: world.model, now: () => NOW, signal }
  const { suggestions } = await recommend(context, { listenerId: listenerId('crowd 1'), kinds: ['episode'], recipe: 'episodes-for-you', limit: 10 })
  expect(suggestions.length).toBeGreaterThan(4)
  suggestions.forEach((_, place) => {
    const { littleHeard, of } = exposureOf(suggestions.slice(0, place + 1), world.model.snapshot)
    expect(littleHeard).toBeGreaterThanOrEqual(0.4 * of)
  })
})
