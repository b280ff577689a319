import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evidenceOf, openHeroWorld, reasonOf, type HeroWorld } from '../__fixtures__/hero-world.js'
import { DAY_MS, NOW, releaseId, showId } from '../__fixtures__/world.js'

let world: HeroWorld
beforeAll(async () => {
  world = await openHeroWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

describe('reasons', () => {
  test('rediscovery: a favourite that went silent, with its best year and its last month', async () => {
    const { suggestions } = await world.ask({ limit: 50 })
    const lastPlay = new Date(NOW - 1500 * DAY_MS).toISOString().slice(0, 7)
    const facts = reasonOf(suggestions, 'rediscovery')?.evidence.map(({ property, values }) => ({ property, values }))
    expect(facts?.slice(0, 2)).toEqual([
      { property: 'artist-plays', values: { artist: 'punk band 1', plays: 40, year: 2020 } },
      { property: 'artist-last-play', values: { artist: 'punk band 1', month: lastPlay } },
    ])
  })

  test('similar audience: the listeners of both in whole tens, as its own query counts them again', async () => {
    const { suggestions } = await world.ask({ limit: 50, adventurousness: 1 })
    const shared = evidenceOf(suggestions).filter(({ property }) => property === 'shared-audience')
    expect(shared.length).toBeGreaterThan(0)
    for (const { values, query, listeners } of shared) {
      expect(values['listeners']).toBeGreaterThanOrEqual(10)
      const again = await sql.raw<{ listeners: number }>(query ?? '').execute(world.db)
      expect(again.rows).toEqual([{ listeners }])
    }
    const ambient = shared.find(({ values }) => values['target'] === 'ambient band 1')
    // Fifteen jazz people; hero plays no ambient.
    expect(ambient).toMatchObject({ listeners: 10, values: { listeners: 10 }, statement: expect.stringMatching(/^At least 10 listeners who play /) })
  })

  test('hidden gem: fewer than ten, and nothing more is said', async () => {
    const { suggestions } = await world.ask({ limit: 50, adventurousness: 1 })
    const gems = suggestions.filter(({ because }) => because.some(({ code }) => code === 'hidden-gem'))
    expect(gems.length).toBeGreaterThan(0)
    for (const { itemId, because } of gems) {
      const few = because.find(({ code }) => code === 'hidden-gem')?.evidence[0]
      expect(few).toMatchObject({ property: 'few-listeners', subjectId: itemId, listeners: null, values: { fewerThan: 10 } })
    }
  })

  test('exploration: a tag that was never played', async () => {
    const { suggestions } = await world.ask({ limit: 50, adventurousness: 1 })
    const facts = reasonOf(suggestions, 'exploration')?.evidence.map(({ property }) => property)
    expect(facts).toEqual(['no-tag-plays', 'release-tags', 'shared-audience', 'shared-audience'])
    expect(reasonOf(suggestions, 'exploration')?.evidence[0]?.values).toEqual({ tag: 'ambient' })
  })

  test('every listening number is counted again by the query that it carries', async () => {
    const tracks = await world.ask({ limit: 50, adventurousness: 0.6 })
    const episodes = await world.ask({ limit: 50, kinds: ['episode'] })
    const facts = evidenceOf([...tracks.suggestions, ...episodes.suggestions]).filter(({ kind }) => kind === 'listening')
    expect(new Set(facts.map(({ property }) => property))).toEqual(
      new Set([
        'artist-plays',
        'artist-first-play',
        'artist-last-play',
        'tag-plays',
        'no-tag-plays',
        'label-plays',
        'release-plays',
        'show-plays',
        'topic-plays',
      ]),
    )
    for (const { property, values, query } of new Map(facts.map((fact) => [fact.id, fact])).values()) {
      const { rows } = await sql.raw<Record<string, unknown>>(query ?? '').execute(world.db)
      for (const [name, value] of Object.entries(rows[0] ?? {}))
        expect({ property, [name]: value }).toEqual({ property, [name]: property === 'no-tag-plays' ? 0 : values[name] })
    }
  })
})

test('basis names what a contribution rests on', async () => {
  const { suggestions } = await world.ask({ limit: 100 })
  const bases = suggestions.flatMap(({ contributions }) => contributions.map(({ code, basis }) => ({ code, basis })))
  expect(bases).toContainEqual({ code: 'same-release', basis: { releaseId: releaseId('jazz record 1') } })
  expect((await world.ask({ kinds: ['episode'] })).suggestions.flatMap(({ contributions }) => contributions).map(({ basis }) => basis)).toContainEqual({
    targetId: showId('Workshop'),
  })
})
