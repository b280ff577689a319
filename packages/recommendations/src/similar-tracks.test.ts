import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHeroWorld, type HeroWorld } from './__fixtures__/hero-world.js'
import { trackId } from './__fixtures__/world.js'
import { similarTracks } from './index.js'

let world: HeroWorld
beforeAll(async () => {
  world = await openHeroWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

test('tracks of the genre come first, one of each artist, never the track itself', () => {
  const similar = similarTracks(world, trackId('jazz record 1', 1), 5).map(({ trackId: id }) => id)
  const jazz = new Set([1, 2, 3, 4, 5, 6].flatMap((record) => [1, 2, 3, 4, 5, 6].map((number) => trackId(`jazz record ${record}`, number))))
  expect(similar).toHaveLength(5)
  expect(new Set(similar).isSubsetOf(jazz)).toBe(true)
  expect(similar).not.toContain(trackId('jazz record 1', 1))
})

test('scores fall and stay between 0 and 1; an unknown track is like nothing', () => {
  const scores = similarTracks(world, trackId('punk record 2', 3), 100).map(({ score }) => score)
  expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  expect(Math.max(...scores)).toBeLessThanOrEqual(1)
  expect(similarTracks(world, 'trk_gone', 5)).toEqual([])
})
