import { NarrativeError } from '@linernotes/narrative-sdk'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ask, database, written } from './__fixtures__/narrating.js'
import { sampleBrief } from './__fixtures__/sample-brief.js'
import { end, house, model as scripted, plugin, sentence, start, testNarrator } from './__fixtures__/test-narrator.js'

const data = database()

// The clock of the guards stands still where the test does not move it; timers go on.
beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

const says = (request: Parameters<Extract<Parameters<typeof scripted>[0], (...parameters: never) => unknown>>[0]) =>
  sentence(`You played C-Doc ${String(request.facts[1]?.values['plays'])} times in 2016.`, 'F1')

describe('retries', () => {
  test('of a provider that is down never exceed a tenth of its first tries', async () => {
    const down = scripted([new NarrativeError('unavailable', 'HTTP 503', { retryAfterMs: 0 })])
    await using given = await testNarrator(data.db, [plugin('model', down), plugin('house', house())], { policies: { breakerFailures: 1_000, retries: 3 } })
    for (let plays = 1; plays <= 100; plays += 1) expect(written(await given.narrator.narrate(sampleBrief({}, plays), ask())).provider).toBe('house')
    expect(down.calls.length).toBeGreaterThan(105)
    expect(down.calls.length).toBeLessThanOrEqual(110)
  })

  test('of a quiet provider: one, and another when a minute has passed', async () => {
    const down = scripted([new NarrativeError('unavailable', 'HTTP 503', { retryAfterMs: 0 })])
    await using given = await testNarrator(data.db, [plugin('model', down), plugin('house', house())])
    const calls: number[] = []
    for (const plays of [1, 2]) {
      await given.narrator.narrate(sampleBrief({}, plays), ask())
      calls.push(down.calls.length)
    }
    vi.advanceTimersByTime(61_000)
    await given.narrator.narrate(sampleBrief({}, 3), ask())
    expect([...calls, down.calls.length]).toEqual([2, 3, 5])
  })
})

describe('a provider that said after 30 s', () => {
  test('is asked by nobody before then, and by the next one after', async () => {
    const limited = scripted((request, call) =>
      call === 0 ? [new NarrativeError('rate-limited', 'HTTP 429', { retryAfterMs: 30_000 })] : [start, ...says(request), end],
    )
    await using given = await testNarrator(data.db, [plugin('model', limited), plugin('house', house())])
    expect(written(await given.narrator.narrate(sampleBrief({}, 1), ask())).fallbackReason).toBe('model: HTTP 429')
    vi.advanceTimersByTime(29_000)
    const waiting = await given.narrator.narrateList(
      [2, 3, 4].map((plays) => sampleBrief({}, plays)),
      ask(),
    )
    expect(waiting.map((result) => written(result).fallbackReason)).toEqual(Array.from({ length: 3 }, () => 'model: asked to be left alone for another 1 s'))
    expect(limited.calls).toHaveLength(1)
    vi.advanceTimersByTime(1_001)
    expect(written(await given.narrator.narrate(sampleBrief({}, 5), ask())).provider).toBe('model')
  })

  test('is not asked by those who were waiting for their turn, either', async () => {
    const limited = scripted([{ type: 'pause', milliseconds: 20 }, new NarrativeError('rate-limited', 'HTTP 429', { retryAfterMs: 30_000 })], {
      maxConcurrency: 1,
    })
    await using given = await testNarrator(data.db, [plugin('model', limited), plugin('house', house())])
    await given.narrator.narrateList(
      [1, 2, 3, 4, 5].map((plays) => sampleBrief({}, plays)),
      ask(),
    )
    expect(limited.calls).toHaveLength(1)
  })

  test('tells a caller for whom there is nobody else how long it takes', async () => {
    const limited = scripted([new NarrativeError('rate-limited', 'HTTP 429', { retryAfterMs: 30_000 })])
    await using given = await testNarrator(data.db, [plugin('model', limited)])
    await given.narrator.narrate(sampleBrief({}, 1), ask())
    vi.advanceTimersByTime(10_000)
    expect(await given.narrator.narrate(sampleBrief({}, 2), ask())).toMatchObject({ type: 'failure', retryAfterMs: 20_000 })
    expect(limited.calls).toHaveLength(1)
  })
})

test('a provider that said after 10^20 s is tried by one request after five minutes; it is back when that one is answered', async () => {
  const limited = scripted((request, call) =>
    call < 2 ? [new NarrativeError('rate-limited', 'HTTP 429', { retryAfterMs: 1e23 })] : [{ type: 'pause', milliseconds: 50 }, start, ...says(request), end],
  )
  await using given = await testNarrator(data.db, [plugin('model', limited), plugin('house', house())])
  const writers = async (...counts: readonly number[]): Promise<readonly string[]> =>
    (await Promise.all(counts.map((plays) => given.narrator.narrate(sampleBrief({}, plays), ask())))).map((result) => written(result).provider)
  expect(await writers(1)).toEqual(['house'])
  vi.advanceTimersByTime(299_000)
  expect([await writers(2), limited.calls.length]).toEqual([['house'], 1])
  vi.advanceTimersByTime(2_000)
  expect([await writers(3, 4, 5), limited.calls.length]).toEqual([['house', 'house', 'house'], 2])
  vi.advanceTimersByTime(301_000)
  expect([(await writers(6, 7, 8)).toSorted(), limited.calls.length]).toEqual([['house', 'house', 'model'], 3])
  expect([await writers(9, 10), limited.calls.length]).toEqual([['model', 'model'], 5])
})

test('a bulkhead keeps one slow provider from taking the turns of another', async () => {
  const slow = scripted([start, { type: 'pause', milliseconds: 5_000 }], { maxConcurrency: 1 })
  const quick = scripted((request) => [start, ...says(request), end], { maxConcurrency: 1 })
  await using given = await testNarrator(data.db, [plugin('slow', slow), plugin('quick', quick)])
  const stuck = given.narrator.narrate(sampleBrief({}, 1), ask({ provider: 'slow' }))
  expect(written(await given.narrator.narrate(sampleBrief({}, 2), ask({ provider: 'quick' }))).provider).toBe('quick')
  expect(written(await stuck).provider).toBe('quick')
})
