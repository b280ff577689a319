import { readTaste, recordFeedback, type FeedbackEvent } from '@linernotes/listening'
import { entityId } from '@linernotes/catalog'
import { readDataVersion } from '@linernotes/database'
import * as fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { idsOf, openHeroWorld, type HeroWorld } from './__fixtures__/hero-world.js'
import { DAY_MS, listenerId, NOW, trackId } from './__fixtures__/world.js'
import { rank } from './stages/rank.js'
import { contextOf } from './__fixtures__/context.js'

const hero = listenerId('hero')
const recommendationOf = (itemId: string) => entityId('recommendation', itemId)

let world: HeroWorld
beforeAll(async () => {
  world = await openHeroWorld()
  const items = [...idsOf(await list()), ...idsOf(await list({ kinds: ['episode'] }))]
  await world.db
    .insertInto('recommendations')
    .values(
      items.map((itemId) => ({
        id: recommendationOf(itemId),
        listener_id: hero,
        item_id: itemId,
        item_kind: itemId.startsWith('epi_') ? ('episode' as const) : ('track' as const),
        recipe: 'discover-tracks',
        rank: 1,
        score: 1,
        novelty: 0,
        reasons: '[]',
        model_version: '1',
        data_version: '1',
        issued_at: new Date(NOW),
      })),
    )
    .execute()
})
afterAll(() => world[Symbol.asyncDispose]())
beforeEach(() => forget())

const forget = async () => void (await world.db.deleteFrom('feedback').execute())
const record = (events: readonly FeedbackEvent[]) => recordFeedback(world.db, events, { now: () => NOW })
let count = 0
const event = (itemId: string, outcome: FeedbackEvent['outcome'], daysAgo = 1): FeedbackEvent => ({
  recommendationId: recommendationOf(itemId),
  outcome,
  at: new Date(NOW - daysAgo * DAY_MS),
  clientEventId: `event-${count++}`,
})
const list = async (input = {}) => (await world.ask({ limit: 100, seed: 1, ...input })).suggestions
const scoreOf = async (id: string) => (await list()).find(({ itemId }) => itemId === id)!.score
/** What the list holds of this record, as it comes. */
const heldOf = async (title: string) => idsOf(await list()).filter((id) => [1, 2, 3, 4, 5, 6].some((number) => id === trackId(title, number)))

describe('what the listener answers changes the next list', () => {
  test('after skips an artist counts for less, after a save for more', async () => {
    const [first, other] = (await heldOf('jazz record 3')) as [string, string]
    const before = await scoreOf(other)
    await record([event(first, 'skip')])
    const skipped = await scoreOf(other)
    await forget()
    await record([event(first, 'save')])
    expect(skipped).toBeLessThan(before - 0.1)
    expect(await scoreOf(other)).toBeGreaterThan(before + 0.1)
  })

  test.each(['hide', 'skip', 'save', 'play', 'impression'] as const)('an item does not come again after %s', async (outcome) => {
    const [first] = idsOf(await list()) as [string]
    await record([event(first, outcome)])
    expect(idsOf(await list())).not.toContain(first)
  })

  test('a shown item returns after a week or when asked for, a skipped one after three months, a hidden one never', async () => {
    const [shown, skipped, hidden] = idsOf(await list()) as [string, string, string]
    await record([event(shown, 'impression', 8), event(skipped, 'skip', 8), event(hidden, 'hide', 8)])
    expect(idsOf(await list())).toContain(shown)
    expect(idsOf(await list())).not.toContain(skipped)
    const all = idsOf(await list({ includeShown: true }))
    expect(all).toContain(skipped)
    expect(all).not.toContain(hidden)
    await forget()
    await record([event(skipped, 'skip', 91), event(hidden, 'hide', 4000)])
    expect(idsOf(await list())).toContain(skipped)
    expect(idsOf(await list())).not.toContain(hidden)
  })

  test('an episode that was skipped speaks against its topic', async () => {
    const episodes = await list({ kinds: ['episode'] })
    const skipped = episodes.filter(({ itemId }) => itemId.startsWith('epi_')).slice(0, 1)
    await record(skipped.map(({ itemId }) => event(itemId, 'skip')))
    const after = await list({ kinds: ['episode'] })
    expect(after.some(({ contributions }) => contributions.some(({ code, value }) => code === 'feedback' && value < 0))).toBe(true)
  })

  test('feedback on ignored history has no say', async () => {
    const [first] = (await heldOf('jazz record 3')) as [string]
    const without = await list({ ignoreHistoryItemIds: [first] })
    await record([event(first, 'save', 400)])
    expect(await list({ ignoreHistoryItemIds: [first], includeShown: true })).toEqual(without)
  })

  test('every contribution still adds up', async () => {
    const [first, second] = idsOf(await list()) as [string, string]
    await record([event(first, 'save'), event(second, 'skip')])
    for (const { score, contributions } of await list())
      expect(score).toBeCloseTo(
        contributions.reduce((sum, { value }) => sum + value, 0),
        9,
      )
  })

  test('what counts for all listeners is announced; looking is not', async () => {
    const [first] = idsOf(await list()) as [string]
    const { listening } = await readDataVersion(world.db)
    await record([event(first, 'impression'), event(first, 'click')])
    expect((await readDataVersion(world.db)).listening).toBe(listening)
    const skip = event(first, 'skip')
    await record([skip])
    await record([skip])
    expect((await readDataVersion(world.db)).listening).toBe(listening + 1)
  })
})

test('the state is that of the set of events: replayed, shuffled, sent twice or in pieces, it is the same', async () => {
  const items = [...idsOf(await list()).slice(0, 12), ...idsOf(await list({ kinds: ['episode'] })).slice(0, 4)]
  const log = fc.uniqueArray(
    fc.record({
      clientEventId: fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f') }),
      recommendationId: fc.constantFrom(...items.map(recommendationOf)),
      outcome: fc.constantFrom('impression' as const, 'click' as const, 'play' as const, 'skip' as const, 'save' as const, 'hide' as const),
      at: fc.integer({ min: 0, max: 400 * 24 }).map((hours) => new Date(NOW - hours * 3_600_000)),
    }),
    { selector: ({ clientEventId }) => clientEventId, minLength: 1, maxLength: 25 },
  )
  const delivered = log.chain((events) =>
    fc.tuple(
      fc.constant(events),
      fc
        .array(fc.nat(events.length - 1), { maxLength: 20 })
        .chain((again) => fc.shuffledSubarray([...events, ...again.map((index) => events[index]!)], { minLength: events.length + again.length })),
      fc.integer({ min: 1, max: 7 }),
    ),
  )
  const state = async () => {
    const taste = await readTaste(world.db, hero, { now: () => NOW })
    const suggestions = [...(await list({ limit: 30 })), ...(await list({ limit: 10, kinds: ['episode'] }))]
    return { feedback: [...taste!.feedback.values()], hidden: taste!.hiddenItemIds, list: suggestions.map(({ itemId, score }) => [itemId, score]) }
  }
  await fc.assert(
    fc.asyncProperty(delivered, async ([events, sent, size]) => {
      await forget()
      await record(events)
      const once = await state()
      await forget()
      for (let start = 0; start < sent.length; start += size) await record(sent.slice(start, start + size))
      expect(await state()).toEqual(once)
    }),
    { numRuns: 12 },
  )
}, 120_000)

test('nobody has answered: no term of the score speaks of it', async () => {
  const context = contextOf({ tracks: 3, tracksPerArtist: 1 })
  const [first] = await rank({ weights: { popular: { familiar: 1, adventurous: 1 } }, novelty: { familiar: 0, adventurous: 0 }, chance: 0 })(
    [{ itemId: 't01', kind: 'track', score: 0, novelty: 0, because: [], contributions: [{ code: 'popular', signal: 1, value: 0, basis: {} }] }],
    context,
  )
  expect(first?.contributions.map(({ code }) => code)).toEqual(['popular', 'chance', 'novelty'])
})
