import { generateKeyPairSync } from 'node:crypto'
import { bumpDataVersion } from '@linernotes/database'
import { deleteListens, ensureListener, recordListens } from '@linernotes/listening'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHeroWorld, type HeroWorld } from '../__fixtures__/hero-world.js'
import { DAY_MS, listenerId, NOW } from '../__fixtures__/world.js'
import { findReceipts, issueReceipts, recommend, signingKeyOf, verifyReceipt, type SignedReceipt } from '../index.js'

const key = signingKeyOf(generateKeyPairSync('ed25519').privateKey)
const { signal } = new AbortController()
const hero = listenerId('hero')

let world: HeroWorld
beforeAll(async () => {
  world = await openHeroWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const contextOf = () => ({ db: world.db, model: world.model, now: () => NOW, signal })
const issue = async (recipe: string): Promise<readonly SignedReceipt[]> => {
  const list = await recommend(contextOf(), { listenerId: hero, kinds: ['track', 'episode'], recipe, limit: 10 })
  return await issueReceipts(list, { after: 0, through: 10 }, key, signal)
}
const verify = async (receipt: object) => await verifyReceipt(contextOf(), key, findReceipts(JSON.parse(JSON.stringify(receipt)))[0]!)
const outcomesOf = async (receipts: readonly object[]) => {
  const outcomes = new Set<string>()
  for (const receipt of receipts) outcomes.add((await verify(receipt)).outcome)
  return [...outcomes]
}
const listensTo = async (listener: string, itemIds: readonly string[], daysAgo: number) =>
  await recordListens(
    world.db,
    listener,
    itemIds.map((itemId, index) => ({ itemId, playedAt: new Date(NOW - daysAgo * DAY_MS - index * 60_000), playedMs: 200_000 })),
    { now: () => NOW },
  )

let count = 0
const clicked = async (outcome: 'play' | 'hide' | 'save', itemId: string) => {
  count++
  await world.db
    .insertInto('feedback')
    .values({ client_event_id: `click-${count}`, recommendation_id: 'rec', listener_id: hero, item_id: itemId, outcome, at: new Date(NOW) })
    .execute()
}

const recipes = ['discover', 'rediscover', 'hidden-gems', 'fresh', 'episodes-for-you', 'non-profiled']

describe('a receipt is recomputed from the data as they were', () => {
  test('after a hundred new listens of others, twenty of the same listener, and new feedback: of every recipe', async () => {
    const issued: SignedReceipt[][] = []
    for (const recipe of recipes) issued.push([...(await issue(recipe))])
    expect(issued.every((receipts) => receipts.length > 1)).toBe(true)
    const shown = [...new Set(issued.flat().map(({ itemId }) => itemId))]
    for (let other = 0; other < 5; other++) {
      const { id } = await ensureListener(world.db, { externalId: `late ${other}` })
      expect((await listensTo(id, shown.slice(0, 20), 1 + other)).imported).toBe(20)
    }
    await listensTo(hero, shown.slice(0, 20), 2)
    for (const itemId of shown.slice(20, 23)) await clicked('hide', itemId)
    await world.model.refresh()
    for (const [index, recipe] of recipes.entries()) {
      const before = issued[index]!
      const after = await issue(recipe)
      // The list is another now: who looked at the data of now would not find it.
      const isAnother = after.map(({ itemId }) => itemId).join() !== before.map(({ itemId }) => itemId).join()
      expect([recipe, isAnother || recipe === 'non-profiled']).toEqual([recipe, true])
      expect([recipe, await outcomesOf(before)]).toEqual([recipe, ['valid']])
      expect([recipe, await outcomesOf(after.slice(0, 2))]).toEqual([recipe, after.length === 0 ? [] : ['valid']])
    }
  })

  test('and what was edited or planted is found as before', async () => {
    const [receipt] = await issue('discover')
    await listensTo(hero, [receipt!.itemId], 0)
    const through = { ...receipt!.asOf!, audience: { ...receipt!.asOf!.audience, through: 1 } }
    for (const edited of [
      { ...receipt, rank: 2 },
      { ...receipt, asOf: through },
      { ...receipt, asOf: null },
      { ...receipt, signals: receipt!.signals.toReversed() },
    ])
      expect((await verify(edited)).outcome).toBe('not-valid')
    const list = await recommend(contextOf(), { listenerId: hero, kinds: ['track', 'episode'], recipe: 'discover', limit: 10 })
    const lifted = list.suggestions.map((suggestion, place) =>
      place === 1
        ? {
            ...suggestion,
            score: suggestion.score + 1,
            contributions: [{ ...suggestion.contributions[0]!, value: suggestion.contributions[0]!.value + 1 }, ...suggestion.contributions.slice(1)],
          }
        : suggestion,
    )
    const planted = await issueReceipts({ ...list, suggestions: [lifted[1]!, lifted[0]!, ...lifted.slice(2)] }, { after: 0, through: 2 }, key, signal)
    await listensTo(hero, [receipt!.itemId], 0.5)
    expect(await outcomesOf(planted)).toEqual(['not-valid'])
  })
})

test('where listens were deleted that it was computed from, it says so; new receipts are valid again', async () => {
  const receipts = await issue('discover')
  const { id } = await ensureListener(world.db, { externalId: 'passing' })
  await listensTo(id, [receipts[0]!.itemId], 3)
  const between = await issue('discover')
  await deleteListens(world.db, id, {})
  // What was written and deleted later is none of the earlier receipt's business.
  expect((await verify(receipts[0]!)).outcome).toBe('valid')
  await deleteListens(world.db, hero, { to: new Date(NOW - 1000 * DAY_MS) })
  for (const receipt of [...receipts.slice(0, 2), ...between.slice(0, 2)])
    expect(await verify(receipt)).toEqual({
      id: receipt.id,
      outcome: 'data-deleted',
      problems: ['listens that the rank was computed from have been deleted since'],
    })
  expect((await verify({ ...receipts[0]!, rank: 3 })).outcome).toBe('not-valid')
  await world.model.refresh()
  expect(await outcomesOf(await issue('discover'))).toEqual(['valid'])
})

test('where the catalogue changed, it cannot be recomputed', async () => {
  const [receipt] = await issue('discover')
  await bumpDataVersion(world.db, 'catalog')
  expect(await verify(receipt!)).toMatchObject({
    outcome: 'cannot-be-recomputed',
    problems: [expect.stringMatching(/^the catalogue changed: it names 0, there is 1$/)],
  })
})

test('where rows went without a word, it is not called valid', async () => {
  await world.model.refresh()
  const [receipt] = await issue('discover')
  await world.db.deleteFrom('listens').where('listener_id', '!=', hero).where('item_id', '=', receipt!.itemId).execute()
  await world.db.deleteFrom('listens').where('listener_id', '=', listenerId('punk only')).execute()
  await bumpDataVersion(world.db, 'listening')
  expect((await verify(receipt!)).outcome).not.toBe('valid')
})
