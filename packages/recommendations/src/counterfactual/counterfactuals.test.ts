import { bumpDataVersion } from '@linernotes/database'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addPlays, listenerId, NOW, trackId } from '../__fixtures__/world.js'
import { openHeroWorld, type HeroWorld } from '../__fixtures__/hero-world.js'
import { LIST_DEPTH, recommend, type RecommendInput, type RecommendResult } from '../index.js'

let world: HeroWorld
beforeAll(async () => {
  world = await openHeroWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const { signal } = new AbortController()
const rankIn = ({ suggestions }: RecommendResult, itemId: string): number | null =>
  suggestions.findIndex((suggestion) => suggestion.itemId === itemId) + 1 || null

/** Every reason of a list: what it rests on, and what it says that it was worth. */
async function worthsOf(list: RecommendResult) {
  const reasons = list.suggestions.flatMap(({ itemId, because }) => because.map((reason) => ({ itemId, ...reason })))
  return await Promise.all(
    reasons.map(async ({ itemId, code, basis }) => {
      const historyItemIds = list.counterfactuals.historyItemIds(basis)
      return { itemId, code, historyItemIds, rank: await list.counterfactuals.rankWithout(itemId, historyItemIds, signal) }
    }),
  )
}

const questions: readonly Partial<RecommendInput>[] = [
  { recipe: 'discover-tracks' },
  { recipe: 'discover-tracks', adventurousness: 1 },
  { recipe: 'discover-episodes', kinds: ['episode'] },
  { recipe: 'discover-mixed', kinds: ['track', 'episode'] },
  { recipe: 'rediscover-tracks' },
  { recipe: 'discover-tracks', ignoreHistoryItemIds: [trackId('jazz record 2', 1)] },
]

describe('what a reason was worth', () => {
  test.for(questions)('%o: who asks again without its plays finds the item just there', async (question) => {
    const worths = await worthsOf(await world.ask({ ...question, limit: 10 }))
    expect(worths.some(({ historyItemIds }) => historyItemIds.length > 0)).toBe(true)
    for (const { itemId, historyItemIds, rank } of worths) {
      const again = await world.ask({ ...question, limit: LIST_DEPTH, ignoreHistoryItemIds: [...(question.ignoreHistoryItemIds ?? []), ...historyItemIds] })
      expect(rankIn(again, itemId)).toBe(rank)
    }
  })

  test('who deletes its plays instead, and excludes them, finds it there, too, before the model has seen that and after', async () => {
    const question = { recipe: 'discover-tracks', adventurousness: 0.7 }
    const worths = await worthsOf(await world.ask({ ...question, limit: 8 }))
    const own = () => world.db.selectFrom('listens').selectAll().where('listener_id', '=', listenerId('hero'))
    const kept = await own().execute()
    for (const { itemId, historyItemIds, rank } of new Map(worths.map((worth) => [worth.historyItemIds.join(), worth])).values()) {
      if (historyItemIds.length === 0) continue
      await world.db.deleteFrom('listens').where('listener_id', '=', listenerId('hero')).where('item_id', 'in', historyItemIds).execute()
      expect(rankIn(await world.ask({ ...question, limit: LIST_DEPTH, excludeIds: historyItemIds }), itemId)).toBe(rank)
      await bumpDataVersion(world.db, 'listening')
      await world.model.refresh()
      expect(rankIn(await world.ask({ ...question, limit: LIST_DEPTH, excludeIds: historyItemIds }), itemId)).toBe(rank)
      await world.db.deleteFrom('listens').where('listener_id', '=', listenerId('hero')).execute()
      await world.db.insertInto('listens').values(kept).execute()
      await bumpDataVersion(world.db, 'listening')
      await world.model.refresh()
    }
    expect(await own().execute()).toHaveLength(kept.length)
  })

  test('a new listen of something else reshuffles nothing', async () => {
    const before = await world.ask({ limit: 10 })
    await addPlays(world.db, [{ listener: 'somebody else', item: trackId('punk record 6', 6) }])
    await bumpDataVersion(world.db, 'listening')
    await world.model.refresh()
    expect((await world.ask({ limit: 10 })).suggestions.map(({ itemId }) => itemId)).toEqual(before.suggestions.map(({ itemId }) => itemId))
  })

  test('reasons that rest on the same plays share one ranking, and who gives up spoils nothing for the next', async () => {
    const { counterfactuals, suggestions } = await world.ask({ limit: 5 })
    const plays = [trackId('jazz record 1', 1)]
    const reason = new Error('enough')
    await expect(counterfactuals.rankWithout(suggestions[0]!.itemId, plays, AbortSignal.abort(reason))).rejects.toBe(reason)
    const started = performance.now()
    const ranks = await Promise.all(suggestions.map(({ itemId }) => counterfactuals.rankWithout(itemId, plays, signal)))
    expect(ranks.every((rank) => rank === null || rank > 0)).toBe(true)
    expect(performance.now() - started).toBeGreaterThan(0)
  })

  test('nobody in particular has no history to take away', async () => {
    const list = await recommend({ db: world.db, model: world.model, now: () => NOW, signal }, { listenerId: null, kinds: ['track'], limit: 5 })
    for (const { historyItemIds } of await worthsOf(list)) expect(historyItemIds).toEqual([])
  })
})

test('weights and remainder add up to one', async () => {
  for (const recipe of ['discover-tracks', 'discover-mixed', 'rediscover-tracks', 'non-profiled'])
    for (const { because, remainder } of (await world.ask({ recipe, limit: 30 })).suggestions)
      expect(because.reduce((sum, { weight }) => sum + weight, remainder)).toBeCloseTo(1, 9)
})
