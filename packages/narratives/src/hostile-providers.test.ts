import { NarrativeError, type NarrativePart } from '@linernotes/narrative-sdk'
import { providerPlugin } from '@linernotes/narrative-sdk/testing'
import { describe, expect, test } from 'vitest'
import type { NarrativeResult } from './narrative.js'
import { ask, database, written } from './__fixtures__/narrating.js'
import { sampleBrief } from './__fixtures__/sample-brief.js'
import { end, house, model as scripted, plugin, sentence, start, testNarrator, truth } from './__fixtures__/test-narrator.js'

const data = database()

/** What no string can be made of. */
const unprintable = (): unknown => Object.create(null)
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30))

describe('a provider that', () => {
  test('hangs after a sentence that stands is the author of that sentence alone', async () => {
    const hanging = {
      ...scripted([]),
      async *narrate(): AsyncGenerator<NarrativePart> {
        yield start
        yield* truth
        await new Promise(() => undefined)
      },
    }
    await using given = await testNarrator(data.db, [plugin('model', hanging), plugin('house', house())], { policies: { deadlineMs: 1_000 } })
    expect(written(await given.narrator.narrate(sampleBrief(), ask()))).toMatchObject({
      provider: 'model',
      realisation: 'model',
      fallbackReason: null,
      text: 'You played C-Doc 212 times in 2016.',
    })
  })

  test('leaves half a narrative leaves nothing of it to the next one, unless somebody read along', async () => {
    const stub = scripted([start, ...sentence('You.'), end])
    await using given = await testNarrator(data.db, [plugin('model', stub), plugin('house', house())])
    expect(written(await given.narrator.narrate(sampleBrief(), ask())).text).toBe('You played C-Doc 212 times in 2016.')
    const heard = await Array.fromAsync(given.narrator.stream(sampleBrief({}, 5), ask()), (event) =>
      event.type === 'delta' ? event.text : written(event as NarrativeResult).text,
    )
    expect(heard).toEqual(['You.', ' You played C-Doc 5 times in 2016.', 'You. You played C-Doc 5 times in 2016.'])
  })

  test('changes its request changes nothing for those who check it and come after it', async () => {
    const vandal = scripted((request) => {
      const values = request.facts[1]?.values as Record<string, unknown>
      values['plays'] = 999
      ;(request.facts as unknown[]).length = 2
      return [start, ...sentence('You played C-Doc 999 times in 2016.', 'F1'), end]
    })
    const next = scripted([start, ...truth, end])
    await using given = await testNarrator(data.db, [plugin('model', vandal), plugin('next', next)])
    expect(written(await given.narrator.narrate(sampleBrief(), ask()))).toMatchObject({ provider: 'next', text: 'You played C-Doc 212 times in 2016.' })
    expect(next.calls[0]?.facts.length).toBeGreaterThan(2)
    expect(next.calls[0]?.facts[1]?.values).toMatchObject({ plays: 212 })
  })

  test.each([
    ['as it closes', { throwNow: true }],
    ['after it was closed', { throwNow: false }],
  ])('throws what cannot be printed %s harms nobody', async (_, { throwNow }) => {
    const parts = [start, { type: 'nonsense' } as unknown as NarrativePart]
    const hostile = {
      ...scripted([]),
      narrate: (): AsyncIterable<NarrativePart> => ({
        [Symbol.asyncIterator]: () => ({
          next: async () => ({ done: false, value: parts.shift() ?? start }),
          return: () => {
            if (throwNow) throw unprintable()
            return turn().then(() => Promise.reject(unprintable()))
          },
        }),
      }),
    }
    await using given = await testNarrator(data.db, [plugin('model', hostile), plugin('house', house())])
    expect(written(await given.narrator.narrate(sampleBrief(), ask())).fallbackReason).toBe('model: the answer has an unknown part "nonsense"')
    await turn()
    await turn()
    expect(given.logged).toContain('narrative-late-error')
  })

  test('counts what cannot be has used an unknown amount, and the ledger is kept', async () => {
    const usage = { inputTokens: Number.NaN, outputTokens: -3, cachedInputTokens: 1e300, costMicroUsd: -5, extra: 'x' }
    await using given = await testNarrator(data.db, [plugin('model', scripted([start, ...truth, { ...end, usage } as NarrativePart]))])
    const unknown = { inputTokens: null, outputTokens: null, cachedInputTokens: null, costMicroUsd: null }
    const narrative = written(await given.narrator.narrate(sampleBrief(), ask()))
    expect(narrative.usage).toEqual({ ...unknown, timeToFirstTokenMs: expect.any(Number), latencyMs: expect.any(Number) })
    expect(await data.db.selectFrom('narrative_usage').select(['provider', 'input_tokens', 'cost_micro_usd']).execute()).toEqual([
      { provider: 'model', input_tokens: null, cost_micro_usd: null },
    ])
  })

  test('names the address of its backend is quoted without it', async () => {
    const down = scripted([new NarrativeError('unavailable', 'The model failed with status 500: boom. Is http://10.0.0.7:8000/v1 running?')])
    await using given = await testNarrator(data.db, [plugin('model', down), plugin('house', house())], { policies: { retries: 0 } })
    expect(written(await given.narrator.narrate(sampleBrief(), ask())).fallbackReason).toBe('model: The model failed with status 500: boom. Is … running?')
  })

  test('does not start uses up the time of the whole narrative, not more', async () => {
    const asleep = providerPlugin('model', () => new Promise(() => undefined))
    await using given = await testNarrator(data.db, [asleep, plugin('house', house())], { policies: { deadlineMs: 2_000 } })
    const narrative = written(await given.narrator.narrate(sampleBrief(), ask()))
    expect(narrative).toMatchObject({ provider: 'house' })
    // A quarter of the deadline went into asking who it is: what is left is less than the rest.
    expect(
      Number(
        /timed out after (\d+) ms|timed out after ([\d.]+) s/u
          .exec(narrative.fallbackReason ?? '')
          ?.slice(1)
          .find(Boolean),
      ),
    ).toBeLessThan(1.5)
  })

  test.each([
    ['nothing', { state: 'purple', detail: 7 }],
    ['null', null],
  ])('says %s of its health is down', async (_, said) => {
    const odd = { ...scripted([]), health: async () => said as never }
    await using given = await testNarrator(data.db, [plugin('model', odd)])
    expect((await given.narrator.providers())[0]?.health).toMatchObject({ state: 'down', detail: 'what it says of its health is no health' })
  })

  test('has capabilities that are none is named with what is wrong', async () => {
    const odd = scripted([start, ...truth, end], { maxConcurrency: Number.NaN })
    await using given = await testNarrator(data.db, [plugin('model', odd), plugin('house', house())])
    expect(written(await given.narrator.narrate(sampleBrief(), ask())).fallbackReason).toBe(
      'model: capabilities.maxConcurrency is NaN; a whole number above 0, or null for no limit',
    )
  })
})
