import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evidenceOf, idsOf, openHeroWorld, reasonOf, type HeroWorld } from './__fixtures__/hero-world.js'
import { addPlays, artistId, listenerId, NOW, trackId } from './__fixtures__/world.js'
import { recommend, UnknownRecipeError } from './index.js'

let world: HeroWorld
beforeAll(async () => {
  world = await openHeroWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

async function meanNovelty(adventurousness: number): Promise<number> {
  const { suggestions } = await world.ask({ adventurousness, limit: 10 })
  return suggestions.reduce((sum, { novelty }) => sum + novelty, 0) / suggestions.length
}

describe('the listener decides', () => {
  test('what is hidden, excluded, or by somebody excluded stays away', async () => {
    const [first, second] = (await world.ask()).suggestions
    const hidden = first!.itemId
    await world.db
      .insertInto('feedback')
      .values({ client_event_id: 'hide 1', recommendation_id: 'rec', listener_id: listenerId('hero'), item_id: hidden, outcome: 'hide', at: new Date(NOW) })
      .execute()
    const { suggestions } = await world.ask({ excludeIds: [second!.itemId, artistId('jazz band 3')], limit: 100 })
    await world.db.deleteFrom('feedback').execute()
    expect(idsOf(suggestions)).not.toContain(hidden)
    expect(idsOf(suggestions)).not.toContain(second!.itemId)
    for (const number of [1, 2, 3, 4, 5, 6]) expect(idsOf(suggestions)).not.toContain(trackId('jazz record 3', number))
  })

  test('a clean list holds only what is marked clean', async () => {
    expect((await world.ask({ maxAdvisory: 'clean' })).suggestions).toEqual([])
    expect((await world.ask({ maxAdvisory: 'unknown' })).suggestions.length).toBeGreaterThan(0)
  })

  test('ignored history has no say, is not suggested, and no evidence becomes false', async () => {
    const punk = [1, 2].map((track) => trackId('punk record 1', track))
    const { suggestions } = await world.ask({ ignoreHistoryItemIds: punk, limit: 100, adventurousness: 1 })
    expect(reasonOf(suggestions, 'rediscovery')).toBeUndefined()
    expect(new Set(idsOf(suggestions)).isDisjointFrom(new Set(punk))).toBe(true)
    expect(evidenceOf(suggestions).filter(({ property, values }) => property === 'no-tag-plays' && values['tag'] === 'punk')).toEqual([])
  })

  test('a list can start from seeds instead', async () => {
    const { suggestions, unknownSeedIds } = await world.ask({ seedIds: [artistId('chiptune band 1'), 'trk_gone'] })
    expect(unknownSeedIds).toEqual(['trk_gone'])
    const chiptune = await sql<{ id: string }>`select t.id from tracks t join release_tags g on g.release_id = t.release_id where g.tag = 'chiptune'`.execute(
      world.db,
    )
    const share = idsOf(suggestions.slice(0, 10)).filter((id) => chiptune.rows.some((row) => row.id === id)).length
    expect(share).toBeGreaterThanOrEqual(6)
  })

  test('adventurousness moves the list away from what is known', async () => {
    const steps = [await meanNovelty(0), await meanNovelty(0.5), await meanNovelty(1)]
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))
    // Three known artists cannot fill ten places: see the dial's own tests for how far it goes.
    expect(steps[2]! - steps[0]!).toBeGreaterThan(0.03)
  })

  test('only the recipe that says so brings back what was heard, and only after two years', async () => {
    const { suggestions } = await world.ask({ recipe: 'rediscover-tracks', limit: 100 })
    expect(idsOf(suggestions)).toContain(trackId('punk record 1', 1))
    expect(idsOf(suggestions)).not.toContain(trackId('jazz record 1', 1))
  })

  test('a recipe that does not exist is refused by name', async () => {
    await expect(world.ask({ recipe: 'discover-everything' })).rejects.toThrow(UnknownRecipeError)
  })

  test('a new listen counts at once', async () => {
    const [first] = (await world.ask()).suggestions
    await addPlays(world.db, [{ listener: 'hero', item: first!.itemId, daysAgo: 0 }])
    const { suggestions } = await world.ask({ limit: 100 })
    await world.db.deleteFrom('listens').where('listener_id', '=', listenerId('hero')).where('item_id', '=', first!.itemId).execute()
    expect(idsOf(suggestions)).not.toContain(first!.itemId)
  })

  test('cancellation rejects with its own reason', async () => {
    const reason = new Error('enough')
    await expect(
      recommend({ db: world.db, model: world.model, now: () => NOW, signal: AbortSignal.abort(reason) }, { listenerId: null, kinds: ['track'], limit: 5 }),
    ).rejects.toBe(reason)
  })
})
