import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evidenceOf, idsOf, openHeroWorld, type HeroWorld } from '../__fixtures__/hero-world.js'
import { artistId, DAY_MS, episodeId, listenerId, NOW, showId, trackId } from '../__fixtures__/world.js'
import { recipeNames, recommend } from '../index.js'
import { exposureOf } from '../stages/little-heard.js'

let world: HeroWorld
beforeAll(async () => {
  world = await openHeroWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

async function statementsOf(recipe: string, limit: number): Promise<number> {
  let statements = 0
  const db = world.db.withPlugin({
    transformQuery: ({ node }) => {
      statements++
      return node
    },
    transformResult: async ({ result }) => result,
  })
  const { signal } = new AbortController()
  await recommend(
    { db, model: world.model, now: () => NOW, signal },
    { listenerId: listenerId('hero'), kinds: ['track', 'episode'], recipe, limit, seedIds: recipe === 'from-this' ? [artistId('jazz band 1')] : [] },
  )
  return statements
}

test('the recipes have names', () => {
  expect(recipeNames).toEqual(
    expect.arrayContaining([
      'discover',
      'rediscover',
      'hidden-gems',
      'fresh',
      'from-this',
      'episodes-for-you',
      'non-profiled',
      'discover-tracks',
      'rediscover-tracks',
    ]),
  )
})

describe.each(recipeNames)('%s', (recipe) => {
  test('gives a list with a reason for everything, hides what is hidden, and is the same again', async () => {
    const list = await world.ask({ recipe, kinds: ['track', 'episode'], limit: 20 })
    expect(list.recipe).toBe(recipe)
    expect(list.modelVersion).toMatch(new RegExp(`^${recipe}@\\d+\\.\\d+$`))
    expect(list.suggestions.length).toBeGreaterThan(1)
    expect(list.suggestions.filter(({ because }) => because.length === 0)).toEqual([])
    expect((await world.ask({ recipe, kinds: ['track', 'episode'], limit: 20 })).suggestions).toEqual(list.suggestions)
    const [first] = idsOf(list.suggestions)
    await world.db
      .insertInto('feedback')
      .values({
        client_event_id: 'h',
        recommendation_id: 'rec',
        listener_id: listenerId('hero'),
        item_id: first!,
        outcome: 'hide',
        at: new Date(NOW - 1000 * DAY_MS),
      })
      .execute()
    const without = await world.ask({ recipe, kinds: ['track', 'episode'], limit: 20, includeShown: true })
    await world.db.deleteFrom('feedback').execute()
    // Whoever wants no profile is not recognised by what they hid either.
    expect(idsOf(without.suggestions).includes(first!)).toBe(recipe === 'non-profiled')
  })

  test('takes few statements, however long the list', async () => {
    expect(await statementsOf(recipe, 100)).toBeLessThanOrEqual(30)
  })

  test('puts no two by the same artist side by side while there is a choice', async () => {
    const { suggestions } = await world.ask({ recipe, limit: 8 })
    const { items, itemCreators } = world.model.snapshot.catalogue
    const creatorOf = (id: string) => itemCreators.columns[itemCreators.offsets[items.numberOf(id)!]!]
    const creators = suggestions.map(({ itemId }) => creatorOf(itemId))
    const isChoice = new Set(creators).size > 3
    expect(creators.filter((creator, place) => isChoice && creator === creators[place - 1])).toEqual([])
  })
})

test('discover is what the kinds ask for', async () => {
  for (const kinds of [['track'], ['episode'], ['track', 'episode']] as const) {
    const named = await world.ask({ recipe: 'discover', kinds, seed: 3 })
    expect(idsOf(named.suggestions)).toEqual(idsOf((await world.ask({ kinds, seed: 3 })).suggestions))
  }
})

async function exposureUnder(exposureFloor?: number) {
  const { signal } = new AbortController()
  const settings = {
    memory: { shownReturnsAfterMs: 0, skippedReturnsAfterMs: 0 },
    ...(exposureFloor !== undefined && { exposureFloors: { 'hidden-gems': exposureFloor } }),
  }
  const { suggestions } = await recommend(
    { db: world.db, model: world.model, now: () => NOW, signal, settings },
    { listenerId: listenerId('hero'), kinds: ['track'], recipe: 'hidden-gems', limit: 10 },
  )
  return suggestions.map((_, place) => exposureOf(suggestions.slice(0, place + 1), world.model.snapshot))
}

describe('hidden-gems', () => {
  test('keeps its share of the places for the little heard, from the first place on', async () => {
    expect((await exposureUnder()).filter(({ littleHeard, of }) => littleHeard < 0.7 * of)).toEqual([])
  })

  test('takes the share from the settings', async () => {
    const whole = await exposureUnder(1)
    // Then there are no more.
    expect(whole.slice(0, 8).filter(({ littleHeard, of }) => littleHeard < of)).toEqual([])
    expect((await exposureUnder(0)).at(-1)!.littleHeard).toBeLessThan(whole.at(-1)!.littleHeard)
  })
})

const numbers = [1, 2, 3, 4, 5, 6]
const isChiptune = (id: string) => numbers.some((record) => numbers.some((number) => trackId(`chiptune record ${record}`, number) === id))

describe('from-this', () => {
  test('one track is enough to start from', async () => {
    const { suggestions } = await world.ask({ recipe: 'from-this', seedIds: [trackId('chiptune record 1', 1)], limit: 10 })
    expect(idsOf(suggestions).filter(isChiptune).length).toBeGreaterThanOrEqual(7)
    expect(idsOf(suggestions)).not.toContain(trackId('chiptune record 1', 1))
  })

  test('one episode, too', async () => {
    const { suggestions } = await world.ask({ recipe: 'from-this', kinds: ['episode'], listenerId: null, seedIds: [episodeId('Kitchen', 1)], limit: 5 })
    expect(suggestions.flatMap(({ contributions }) => contributions.map(({ code }) => code))).toContain('topic-match')
    expect(evidenceOf(suggestions).filter(({ kind }) => kind === 'listening')).toEqual([])
  })
})

test('non-profiled by name reads no history', async () => {
  const { suggestions, profiled } = await world.ask({ recipe: 'non-profiled' })
  expect(profiled).toBe(false)
  expect(new Set(evidenceOf(suggestions).map(({ kind }) => kind))).toEqual(new Set(['catalog']))
})

test('a recipe of episodes gives episodes, whatever kinds are asked for', async () => {
  const { suggestions } = await world.ask({ recipe: 'episodes-for-you', kinds: ['track'] })
  expect(new Set(suggestions.map(({ kind }) => kind))).toEqual(new Set(['episode']))
  expect(suggestions.some(({ contributions }) => contributions.some(({ basis }) => basis.targetId === showId('Workshop')))).toBe(true)
})
