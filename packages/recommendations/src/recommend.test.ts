import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evidenceOf, idsOf, openHeroWorld, reasonOf, type HeroWorld } from './__fixtures__/hero-world.js'
import { episodeId, listenerId, NOW } from './__fixtures__/world.js'
import { recommend } from './index.js'

let world: HeroWorld
beforeAll(async () => {
  world = await openHeroWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

async function countStatements(limit: number): Promise<number> {
  let statements = 0
  const db = world.db.withPlugin({
    transformQuery: ({ node }) => {
      statements++
      return node
    },
    transformResult: async ({ result }) => result,
  })
  const { signal } = new AbortController()
  await recommend({ db, model: world.model, now: () => NOW, signal }, { listenerId: listenerId('hero'), kinds: ['track', 'episode'], limit })
  return statements
}

describe('a list', () => {
  test('holds nothing heard, nothing twice, and a reason for everything', async () => {
    const { suggestions, profiled, recipe } = await world.ask({ limit: 50 })
    expect({ profiled, recipe }).toEqual({ profiled: true, recipe: 'discover-tracks' })
    expect(suggestions.length).toBeGreaterThan(20)
    expect(new Set(idsOf(suggestions)).size).toBe(suggestions.length)
    const heard = await sql<{ item_id: string }>`select distinct item_id from listens where listener_id = ${listenerId('hero')}`.execute(world.db)
    expect(new Set(idsOf(suggestions)).isDisjointFrom(new Set(heard.rows.map((row) => row.item_id)))).toBe(true)
    for (const { because, contributions, score, novelty } of suggestions) {
      expect(because.length).toBeGreaterThan(0)
      for (const { evidence } of because) expect(evidence.length).toBeGreaterThan(0)
      expect(because.reduce((sum, { weight }) => sum + weight, 0)).toBeLessThanOrEqual(1 + 1e-9)
      expect(because.map(({ weight }) => weight)).toEqual(because.map(({ weight }) => weight).toSorted((a, b) => b - a))
      expect(score).toBeCloseTo(
        contributions.reduce((sum, { value }) => sum + value, 0),
        9,
      )
      expect(novelty).toBeGreaterThanOrEqual(0)
      expect(novelty).toBeLessThanOrEqual(1)
    }
  })

  test('is the same for the same seed, data and time; its beginning is the shorter list', async () => {
    expect(await world.ask({ seed: 7 })).toEqual(await world.ask({ seed: 7 }))
    expect(await world.ask()).toEqual(await world.ask())
    expect(idsOf((await world.ask({ limit: 5 })).suggestions)).toEqual(idsOf((await world.ask({ limit: 20 })).suggestions).slice(0, 5))
    expect(idsOf((await world.ask({ seed: 7 })).suggestions)).not.toEqual(idsOf((await world.ask({ seed: 8 })).suggestions))
  })

  test('gives ten tracks at least four different strongest reasons', async () => {
    const { suggestions } = await world.ask({ limit: 10 })
    expect(new Set(suggestions.map(({ because }) => because[0]?.code)).size).toBeGreaterThanOrEqual(4)
  })

  test('takes as many statements for fifty suggestions as for five', async () => {
    expect(await countStatements(50)).toBe(await countStatements(5))
  })
})

describe('episodes', () => {
  test('the next of a show that is finished, and topics elsewhere', async () => {
    const { suggestions, recipe } = await world.ask({ kinds: ['episode'] })
    expect(recipe).toBe('discover-episodes')
    const followed = suggestions.filter(({ because }) => because[0]?.code === 'followed-show')
    expect(idsOf(followed)).toContain(episodeId('Workshop', 5))
    expect(reasonOf(suggestions, 'followed-show')?.evidence[0]?.values).toEqual({ show: 'Workshop', finished: 4, of: 4 })
    const topical = suggestions.find(({ itemId }) => itemId === episodeId('Kitchen', 1))
    expect(topical?.because.find(({ code }) => code === 'topic-match')?.evidence.map(({ values }) => values)).toContainEqual({
      topic: 'backups',
      finished: 2,
      of: 2,
    })
  })

  test('an untagged episode is about what its description speaks of; a trailer is never suggested', async () => {
    const { suggestions } = await world.ask({ kinds: ['episode'], limit: 50 })
    expect(suggestions.find(({ itemId }) => itemId === episodeId('Kitchen', 7))?.because.map(({ code }) => code)).toContain('topic-match')
    expect(idsOf(suggestions)).not.toContain(episodeId('Kitchen', 8))
  })

  test('music leads to podcasts, and podcasts to music', async () => {
    const toEpisodes = await world.ask({ listenerId: listenerId('punk only'), kinds: ['episode'] })
    expect(toEpisodes.profiled).toBe(true)
    expect(reasonOf(toEpisodes.suggestions, 'similar-audience')?.evidence[0]?.values).toEqual({ anchor: 'punk band 2', target: 'Workshop', listeners: 10 })
    const toTracks = await world.ask({ listenerId: listenerId('podcasts only') })
    expect(toTracks.profiled).toBe(true)
    expect(reasonOf(toTracks.suggestions, 'similar-audience')?.evidence[0]?.values).toMatchObject({ anchor: 'Workshop' })
  })

  test('both kinds are mixed: never three of a kind in a row at the top', async () => {
    const { suggestions, recipe } = await world.ask({ kinds: ['track', 'episode'], limit: 10 })
    expect(recipe).toBe('discover-mixed')
    for (let start = 0; start + 3 <= suggestions.length; start++) expect(new Set(suggestions.slice(start, start + 3).map(({ kind }) => kind)).size).toBe(2)
  })
})

describe('nobody in particular', () => {
  test.for([{ listenerId: null }, { listenerId: listenerId('who?') }, { nonProfiled: true }])(
    '%o: a list without a single fact about a listener',
    async (input) => {
      for (const kinds of [['track'], ['episode'], ['track', 'episode']] as const) {
        const { suggestions, profiled, recipe } = await world.ask({ ...input, kinds })
        expect({ profiled, recipe }).toEqual({ profiled: false, recipe: 'non-profiled' })
        expect(suggestions.length).toBeGreaterThan(5)
        const facts = evidenceOf(suggestions)
        expect(facts.length).toBeGreaterThan(0)
        expect(new Set(facts.map(({ kind }) => kind))).toEqual(new Set(['catalog']))
      }
    },
  )
})
