import { afterAll, beforeAll, expect, test } from 'vitest'
import { idsOf, type HeroWorld } from '../__fixtures__/hero-world.js'
import { openWorld } from '../__fixtures__/open-world.js'
import { episodeId, trackId } from '../__fixtures__/world.js'

/** Today is the 15th of June 2024. */
const records = [
  { title: 'known', artist: 'Known', tags: ['rock'], date: '2015' },
  { title: 'new by known', artist: 'Known', tags: ['folk'], date: '2024-05-01' },
  { title: 'new and near', artist: 'Near', tags: ['rock'], date: '2024-04-01' },
  { title: 'new and far', artist: 'Far', tags: ['opera'], date: '2024-06-01' },
  { title: 'to come', artist: 'Soon', tags: ['rock'], date: '2024-09-01' },
  { title: 'newest of the old', artist: 'Older', tags: ['rock'], date: '2020' },
  { title: 'old', artist: 'Oldest', tags: ['rock'], date: '1990' },
]

let world: HeroWorld
beforeAll(async () => {
  world = await openWorld(
    {
      releases: records,
      shows: [
        {
          title: 'Show',
          episodes: [
            { tags: ['disks'], daysAgo: 400 },
            { tags: ['disks'], daysAgo: 300 },
            { tags: ['disks'], daysAgo: 200 },
            { tags: ['disks'], daysAgo: 3 },
          ],
        },
      ],
      plays: [{ listener: 'fan', item: trackId('known', 1), times: 20 }, ...[1, 2].map((number) => ({ listener: 'fan', item: episodeId('Show', number) }))],
    },
    'fan',
  )
})
afterAll(() => world[Symbol.asyncDispose]())

const titlesOf = (ids: readonly string[]) => ids.map((id) => records.find(({ title }) => [1, 2, 3, 4].some((number) => trackId(title, number) === id))?.title)

test('what came out lately leads: by known artists, then near the taste; then the newest of what is old', async () => {
  const { suggestions } = await world.ask({ recipe: 'fresh', adventurousness: 0 })
  const titles = titlesOf(idsOf(suggestions))
  expect(titles.slice(0, 3)).toEqual(['new by known', 'new and near', 'newest of the old'])
  expect(titles.indexOf('newest of the old')).toBeLessThan(titles.indexOf('old'))
  expect(suggestions[0]?.because[0]?.code).toBe('fresh-release')
})

test('what is not out yet, and what is far from the taste, is not there', async () => {
  const titles = titlesOf(idsOf((await world.ask({ recipe: 'fresh', limit: 50 })).suggestions))
  expect(titles).not.toContain('to come')
  expect(titles).not.toContain('new and far')
})

test('nothing is called fresh that is not', async () => {
  const { suggestions } = await world.ask({ recipe: 'fresh', limit: 50 })
  const old = suggestions.filter(({ itemId }) => titlesOf([itemId])[0]?.includes('old'))
  expect(old.length).toBeGreaterThan(1)
  expect(old.flatMap(({ because }) => because.map(({ code }) => code))).not.toContain('fresh-release')
})

test('the newest episode of a show that is played', async () => {
  const { suggestions } = await world.ask({ recipe: 'fresh', kinds: ['episode'] })
  expect(suggestions[0]?.itemId).toBe(episodeId('Show', 4))
})
