import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { aheadPlatforms, type AheadPlatforms } from '../__fixtures__/ahead-platform.js'
import { talkingModel } from '../__fixtures__/talking-model.js'
import type { Platform } from '../open-platform.js'
import type { AheadOptions } from './narrate-ahead.js'
import type { RunSpec } from './run.js'

const spec: RunSpec = { recipe: 'discover-tracks', top: 4, provider: null, style: 'blurb', listeners: null }
const options = (more: Partial<AheadOptions> = {}): AheadOptions => ({
  limits: { tokens: null, microUsd: null },
  workers: 2,
  onProgress: () => undefined,
  ...more,
})
const signal = (): AbortSignal => AbortSignal.timeout(60_000)

let given: AheadPlatforms
let platform: Platform
beforeAll(async () => {
  given = await aheadPlatforms(8)
})
afterEach(() => given.clear())
afterAll(() => given[Symbol.asyncDispose]())

const stored = async (): Promise<{ readonly texts: number; readonly places: number }> => {
  const rows = await given.db.selectFrom('narratives').select(['cache_key', 'provider']).execute()
  return { texts: rows.length, places: new Set(rows.map((row) => row.cache_key)).size }
}
const attempts = async (): Promise<number> => (await given.db.selectFrom('narrative_usage').select('id').execute()).length

describe('a run', () => {
  test('writes every list once, for those who ask afterwards; again, it finds all of it', async () => {
    const writer = talkingModel()
    platform = await given.open([writer.plugin])
    const seen: number[] = []
    const run = await platform.narrateAhead(spec, options({ onProgress: ({ listeners }) => void seen.push(listeners.done) }), signal())
    expect(run).toMatchObject({ listeners: { total: 8, done: 8 }, items: { failed: 0 }, finished: true, stopped: null, reserved: { tokens: 0 } })
    expect(run.items.written).toBe((await stored()).places)
    expect(run.items.written + run.items.kept).toBe(32)
    expect(seen.at(-1)).toBe(8)
    const calls = writer.calls
    const again = await platform.narrateAhead(spec, options(), signal())
    expect(again).toMatchObject({ items: { written: 0, kept: 32, failed: 0 }, spent: { tokens: 0 } })
    const listener = await given.db.selectFrom('listeners').select('id').where('external_id', '=', 'listener-3').executeTakeFirstOrThrow()
    const { items } = await platform.recommend({ listenerId: listener.id, kinds: ['track'], recipe: spec.recipe, first: 4, afterRank: 0 }, signal())
    const request = { style: 'blurb', language: 'en', maxWords: null, seed: null, spoilerFree: true, provider: null, cache: 'prefer' } as const
    const texts = await platform.narrate(items, request, signal())
    expect(texts.map((text) => text.type === 'narrative' && text.fromCache)).toEqual([true, true, true, true])
    expect(writer.calls).toBe(calls)
    expect(await given.db.selectFrom('narrative_servings').select('text').execute()).toHaveLength(4)
  })

  test('is shared by the workers of several processes', async () => {
    const [here, there] = [talkingModel(), talkingModel()]
    platform = await given.open([here.plugin])
    const other = await given.open([there.plugin])
    const stop = new AbortController()
    const lists: number[] = []
    const working = other.work(2, () => void lists.push(1), stop.signal)
    const run = await platform.narrateAhead(spec, options({ workers: 0 }), signal())
    stop.abort()
    await working
    expect([run.listeners.done, lists.length, here.calls]).toEqual([8, 8, 0])
    expect((await stored()).texts).toBe((await stored()).places)
  })

  test('goes on where it was interrupted', async () => {
    const stop = new AbortController()
    const reason = new Error('Ctrl-C')
    // In the middle of the second list, however fast the machine is.
    const writer = talkingModel('model', undefined, undefined, (calls) => void (calls === 6 && stop.abort(reason)))
    platform = await given.open([writer.plugin])
    const first = platform.narrateAhead(spec, options({ workers: 1 }), stop.signal)
    await expect(first).rejects.toBe(reason)
    const before = (await stored()).texts
    const run = await platform.narrateAhead(spec, options(), signal())
    expect(run.listeners).toEqual({ total: 8, done: 8 })
    expect(before).toBeGreaterThan(0)
    const { texts, places } = await stored()
    expect(texts).toBe(places)
    expect(run.items.written + run.items.kept).toBe(32)
  })

  test('for one listener is for that one', async () => {
    platform = await given.open([talkingModel().plugin])
    const run = await platform.narrateAhead({ ...spec, listeners: ['listener-1'] }, options(), signal())
    expect(run.listeners).toEqual({ total: 1, done: 1 })
  })
})

describe('a budget', () => {
  test('is never exceeded, by workers side by side; more of it goes on', async () => {
    const writer = talkingModel()
    platform = await given.open([writer.plugin])
    const run = await platform.narrateAhead(spec, options({ limits: { tokens: 9_000, microUsd: null }, workers: 4 }), signal())
    expect(run.stopped).toBe('the budget is used up')
    expect(run.spent.tokens).toBe(1_000 * (await attempts()))
    expect(run.spent.tokens + run.reserved.tokens).toBeLessThanOrEqual(9_000)
    // The worst case of an attempt is 1,712 tokens: less than that is left.
    expect(run.spent.tokens).toBeGreaterThan(9_000 - 1_712)
    expect(await platform.narrateAhead(spec, options({ limits: { tokens: 9_000, microUsd: null } }), signal())).toMatchObject({
      spent: { tokens: run.spent.tokens },
    })
    const whole = await platform.narrateAhead(spec, options({ limits: { tokens: 1_000_000, microUsd: null } }), signal())
    expect(whole).toMatchObject({ stopped: null, finished: true, listeners: { done: 8 } })
    expect(whole.spent.tokens).toBe(1_000 * (await attempts()))
  })

  test('takes what is not known at its worst', async () => {
    platform = await given.open([talkingModel('model', { inputTokens: null, outputTokens: null }).plugin])
    const run = await platform.narrateAhead({ ...spec, top: 1, listeners: ['listener-1'] }, options(), signal())
    expect(run.spent.tokens).toBe(1_712)
  })

  test('of money needs prices of whom it has to pay', async () => {
    const vendor = talkingModel('model', undefined, 'third-party')
    platform = await given.open([vendor.plugin, talkingModel('other').plugin])
    const run = await platform.narrateAhead(spec, options({ limits: { tokens: null, microUsd: 1_000 } }), signal())
    expect(run.stopped).toBe('a limit of money cannot be kept: model has no prices in linernotes.config.ts (narratives.model.prices)')
    expect(vendor.calls).toBe(0)
  })
})
