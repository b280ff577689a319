import { createTestDatabase, type TestDatabase } from '@linernotes/database/testing'
import { NarrativeError, type NarrativePart } from '@linernotes/narrative-sdk'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { evidence, sampleBrief } from './__fixtures__/sample-brief.js'
import { end, house, lie, model as scripted, plugin, sentence, start, testNarrator, truth } from './__fixtures__/test-narrator.js'
import type { Narrative, NarrativeResult } from './narrative.js'
import type { NarrateOptions } from './narrator.js'

let test_: TestDatabase
beforeAll(async () => {
  test_ = await createTestDatabase()
})
afterAll(async () => {
  await test_[Symbol.asyncDispose]()
})
const rejections: unknown[] = []
const onRejection = (reason: unknown): void => void rejections.push(reason)
beforeAll(() => void process.on('unhandledRejection', onRejection))
afterAll(() => void process.off('unhandledRejection', onRejection))
afterEach(async () => {
  await test_.db.deleteFrom('narratives').execute()
  await test_.db.deleteFrom('narrative_usage').execute()
  expect(rejections).toEqual([])
})

const ask = (more: Partial<NarrateOptions> = {}): NarrateOptions => ({ signal: AbortSignal.timeout(10_000), ...more })
function written(result: NarrativeResult | undefined): Narrative {
  if (result?.type !== 'narrative') throw new Error(`expected a narrative, got ${JSON.stringify(result)}`)
  return result
}

describe('a narrative', () => {
  test('has claims that rest on the evidence of the brief', async () => {
    const brief = sampleBrief()
    await using given = await testNarrator(test_.db, [plugin('model', scripted([start, ...truth, end]))])
    const narrative = written(await given.narrator.narrate(brief, ask()))
    expect(narrative.text).toBe('You played C-Doc 212 times in 2016.')
    expect(narrative.claims).toEqual([{ start: 0, end: 34, support: 'supported', evidenceIds: [brief.evidence[1]?.id] }])
    expect(narrative.evidenceIds).toEqual([brief.evidence[1]?.id])
    expect(narrative).toMatchObject({ provider: 'model', fallbackReason: null, model: 'test-model', realisation: 'model', fromCache: false, listenerId: 'lis_a' })
  })

  test('keeps the sentences that pass and drops those that do not', async () => {
    await using given = await testNarrator(test_.db, [plugin('model', scripted([start, ...lie, ...truth, end])), plugin('house', house())])
    const narrative = written(await given.narrator.narrate(sampleBrief(), ask()))
    expect(narrative).toMatchObject({ text: 'You played C-Doc 212 times in 2016.', provider: 'model' })
  })

  test('is found for plain text without citations', async () => {
    const parts: NarrativePart[] = [start, { type: 'text-delta', text: 'You played C-Doc 212 times in 2016. Elvis sings.' }, end]
    await using given = await testNarrator(test_.db, [plugin('model', scripted(parts))])
    expect(written(await given.narrator.narrate(sampleBrief(), ask())).text).toBe('You played C-Doc 212 times in 2016.')
  })

  test('is declined where there is no evidence', async () => {
    await using given = await testNarrator(test_.db, [plugin('house', house())])
    expect(await given.narrator.narrate(sampleBrief({ evidence: [] }), ask())).toMatchObject({ type: 'declined', code: 'INSUFFICIENT_EVIDENCE' })
  })

  test('fails only where the last provider fails', async () => {
    const down = scripted([new NarrativeError('rate-limited', 'the engine says 429', { retryAfterMs: 60_000 })])
    await using given = await testNarrator(test_.db, [plugin('model', down)])
    expect(await given.narrator.narrate(sampleBrief(), ask())).toMatchObject({ type: 'failure', code: 'PROVIDER_UNAVAILABLE', tried: ['model'], retryAfterMs: 60_000 })
  })

  test('by a provider that nobody knows is not found', async () => {
    await using given = await testNarrator(test_.db, [plugin('house', house())])
    expect(await given.narrator.narrate(sampleBrief(), ask({ provider: 'nobody' }))).toMatchObject({ type: 'failure', code: 'NOT_FOUND' })
  })

  test('comes from the provider asked for first', async () => {
    const other = scripted([start, ...sentence('You last played C-Doc in March 2018.', 'F2'), end])
    await using given = await testNarrator(test_.db, [plugin('house', house()), plugin('other', other)], { order: ['house'] })
    expect(written(await given.narrator.narrate(sampleBrief(), ask({ provider: 'other' })))).toMatchObject({ provider: 'other', fallbackReason: null })
  })
})

describe('a provider that', () => {
  const never = (): Promise<never> => new Promise(() => undefined)
  const deaf = {
    ...scripted([]),
    async *narrate(): AsyncGenerator<NarrativePart> {
      yield start
      await never()
    },
  }
  const endless = {
    ...scripted([]),
    async *narrate(): AsyncGenerator<NarrativePart> {
      yield start
      for (;;) yield { type: 'text-delta', text: '' }
    },
  }
  const chatty = {
    ...scripted([]),
    async *narrate(): AsyncGenerator<NarrativePart> {
      yield start
      for (;;) yield { type: 'text-delta', text: 'You played and played and played ' }
    },
  }
  const lateError = {
    ...scripted([]),
    async *narrate(): AsyncGenerator<NarrativePart> {
      await new Promise((resolve) => setTimeout(resolve, 450))
      throw new Error('too late')
    },
  }
  const cases: readonly (readonly [string, Parameters<typeof plugin>[1], RegExp])[] = [
    ['invents', scripted([start, ...lie, end]), /^model: refused: the number 999 is not in the cited facts/u],
    ['cites what is not there', scripted([start, ...sentence('You played C-Doc 212 times in 2016.', 'F77'), end]), /^model: refused: there is no fact F77/u],
    ['is down', scripted([new NarrativeError('misconfigured', 'no model file; run linernotes models pull')]), /^model: no model file; run linernotes models pull$/u],
    ['throws something raw', scripted([new TypeError('secret detail')]), /^model: failed unexpectedly$/u],
    ['hangs and ignores the signal', deaf, /^model: timed out after \d+ ms$/u],
    ['fails after its time', lateError, /^model: timed out/u],
    ['never ends', endless, /^model: the answer does not end$/u],
    ['talks for ever', chatty, /^model: the answer is longer than 8000 characters$/u],
    ['starts twice', scripted([start, start, end]), /^model: the answer starts twice$/u],
    ['does not start', scripted([...truth, end]), /^model: the answer does not begin with its start$/u],
    ['says nothing', scripted([start, end]), /^model: it wrote nothing$/u],
    ['is empty', scripted([]), /^model: the answer is empty$/u],
    ['breaks off', scripted([start, { type: 'text-delta', text: 'You played C-Doc 212 ti' }]), /^model: the answer has no end$/u],
    ['cannot do it', scripted([start, ...truth, end], { kinds: ['episode'] }), /^model: does not narrate tracks$/u],
    ['speaks another language', scripted([start, ...truth, end], { languages: ['de'] }), /^model: does not speak en$/u],
  ]
  for (const [what, provider, reason] of cases) {
    test(`${what} ends in the next provider`, async () => {
      await using given = await testNarrator(test_.db, [plugin('model', provider), plugin('house', house())])
      const began = performance.now()
      const narrative = written(await given.narrator.narrate(sampleBrief(), ask()))
      expect(performance.now() - began).toBeLessThan(1_500)
      expect(narrative).toMatchObject({ provider: 'house', realisation: 'rules', text: 'You played C-Doc 212 times in 2016.' })
      expect(narrative.fallbackReason).toMatch(reason)
      if (what === 'fails after its time') await new Promise((resolve) => setTimeout(resolve, 150))
    })
  }

  test('fails half-way keeps what was verified', async () => {
    const half = scripted([start, ...truth, { type: 'text-delta', text: 'And then' }, new NarrativeError('unavailable', 'gone')])
    await using given = await testNarrator(test_.db, [plugin('model', half), plugin('house', house())])
    expect(written(await given.narrator.narrate(sampleBrief(), ask()))).toMatchObject({ provider: 'model', text: 'You played C-Doc 212 times in 2016.' })
  })

  test('was refused is told why, once', async () => {
    const learner = scripted((request) => [start, ...(request.refusals.length > 0 ? truth : lie), end])
    await using given = await testNarrator(test_.db, [plugin('model', learner), plugin('house', house())])
    expect(written(await given.narrator.narrate(sampleBrief(), ask()))).toMatchObject({ provider: 'model' })
    expect(learner.calls.map((call) => call.refusals)).toEqual([[], ['the number 999 is not in the cited facts']])
  })

  test('recovers is tried again within the deadline', async () => {
    const shaky = scripted((_, call) => (call === 0 ? [new NarrativeError('rate-limited', 'wait', { retryAfterMs: 20 })] : [start, ...truth, end]))
    await using given = await testNarrator(test_.db, [plugin('model', shaky), plugin('house', house())])
    expect(written(await given.narrator.narrate(sampleBrief(), ask()))).toMatchObject({ provider: 'model' })
  })

  test('keeps failing is left alone for a while', async () => {
    const down = scripted([new NarrativeError('internal', 'broken')])
    await using given = await testNarrator(test_.db, [plugin('model', down), plugin('house', house())], { policies: { breakerFailures: 3, retries: 0 } })
    for (let plays = 1; plays <= 3; plays += 1) await given.narrator.narrate(sampleBrief({}, plays), ask())
    const narrative = written(await given.narrator.narrate(sampleBrief({}, 4), ask()))
    expect(narrative.fallbackReason).toBe('model: left alone for a while after repeated failures')
    expect(down.calls).toHaveLength(3)
  })
})

describe('cancelling', () => {
  test('rejects with the reason of the signal', async () => {
    const slow = scripted([start, { type: 'pause', milliseconds: 5_000 }])
    await using given = await testNarrator(test_.db, [plugin('model', slow)], { policies: { deadlineMs: 5_000 } })
    const controller = new AbortController()
    const reason = new Error('left')
    setTimeout(() => controller.abort(reason), 30)
    await expect(given.narrator.narrate(sampleBrief(), { signal: controller.signal })).rejects.toBe(reason)
    await expect(given.narrator.narrateList([sampleBrief()], { signal: controller.signal })).rejects.toBe(reason)
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(slow.active).toBe(0)
  })
})

describe('the cache', () => {
  test('serves the same brief again, to another listener, too', async () => {
    const model = scripted([start, ...truth, end])
    await using given = await testNarrator(test_.db, [plugin('model', model)])
    const first = written(await given.narrator.narrate(sampleBrief(), ask()))
    const again = written(await given.narrator.narrate(sampleBrief({ listenerId: 'lis_b' }), ask()))
    expect(again).toEqual({ ...first, fromCache: true, listenerId: 'lis_b' })
    expect(model.calls).toHaveLength(1)
    await given.narrator.narrate(sampleBrief(), ask({ cache: 'bypass' }))
    expect(model.calls).toHaveLength(2)
    await given.narrator.narrate(sampleBrief({ maxWords: 20 }), ask())
    expect(model.calls).toHaveLength(3)
  })

  test('declines what it does not hold where only it is asked', async () => {
    await using given = await testNarrator(test_.db, [plugin('house', house())])
    expect(await given.narrator.narrate(sampleBrief(), ask({ cache: 'only' }))).toMatchObject({ type: 'declined' })
  })

  test('forgets a stand-in soon', async () => {
    let now = 1_700_000_000_000
    let ready = false
    const model = scripted(() => (ready ? [start, ...truth, end] : [new NarrativeError('misconfigured', 'no model file')]))
    await using given = await testNarrator(test_.db, [plugin('model', model), plugin('house', house())], { now: () => now })
    expect(written(await given.narrator.narrate(sampleBrief(), ask())).provider).toBe('house')
    ready = true
    expect(written(await given.narrator.narrate(sampleBrief(), ask()))).toMatchObject({ provider: 'house', fromCache: true, fallbackReason: 'model: no model file' })
    now += 31_000
    expect(written(await given.narrator.narrate(sampleBrief(), ask()))).toMatchObject({ provider: 'model', fromCache: false, fallbackReason: null })
    expect(written(await given.narrator.narrate(sampleBrief(), ask()))).toMatchObject({ provider: 'model', fromCache: true })
  })

  test('generates once for a thousand at once', async () => {
    const model = scripted([start, { type: 'pause', milliseconds: 30 }, ...truth, end])
    await using given = await testNarrator(test_.db, [plugin('model', model)])
    const results = await Promise.all(Array.from({ length: 1_000 }, () => given.narrator.narrate(sampleBrief(), ask())))
    expect(new Set(results.map((result) => written(result).id)).size).toBe(1)
    expect(model.calls).toHaveLength(1)
  })
})

describe('a list', () => {
  test('is told by rules what it says already, from the top', async () => {
    const rules = house()
    await using given = await testNarrator(test_.db, [plugin('house', rules)])
    const results = await given.narrator.narrateList([sampleBrief({}, 1), sampleBrief({}, 2)], ask())
    expect(results.map((result) => written(result).text)).toEqual(['You played C-Doc 1 times in 2016.', 'You last played C-Doc in March 2018.'])
    expect(rules.calls.map((call) => call.avoid)).toEqual([[], ['You played C-Doc 1 times in 2016.']])
    const again = await given.narrator.narrateList([sampleBrief({}, 1), sampleBrief({}, 2)], ask())
    expect(again.every((result) => written(result).fromCache)).toBe(true)
  })

  test('needs three statements, however long', async () => {
    const count = async (length: number): Promise<number> => {
      let statements = 0
      const counting = test_.db.withPlugin({
        transformQuery: ({ node }) => {
          statements += 1
          return node
        },
        transformResult: async ({ result }) => result,
      })
      await using given = await testNarrator(counting, [plugin('house', house())])
      await given.narrator.narrateList(Array.from({ length }, (_, index) => sampleBrief({}, length * 100 + index)), ask())
      return statements
    }
    expect([await count(1), await count(40)]).toEqual([3, 3])
  })

  test('keeps models within their limit', async () => {
    let most = 0
    const model = scripted((request) => [start, { type: 'pause', milliseconds: 10 }, ...sentence(`You played C-Doc ${String(request.facts[1]?.values['plays'])} times in 2016.`, 'F1'), end], { maxConcurrency: 2 })
    const watched = Object.create(model, { narrate: { value: (...parameters: Parameters<typeof model.narrate>) => {
      most = Math.max(most, model.active + 1)
      return model.narrate(...parameters)
    } } }) as typeof model
    await using given = await testNarrator(test_.db, [plugin('model', watched)], { policies: { deadlineMs: 3_000 } })
    const results = await given.narrator.narrateList(Array.from({ length: 9 }, (_, index) => sampleBrief({}, index + 1)), ask())
    expect(results.map((result) => written(result).provider)).toEqual(Array.from({ length: 9 }, () => 'model'))
    expect(most).toBe(2)
  })

  test('holds one declined among others', async () => {
    await using given = await testNarrator(test_.db, [plugin('house', house())])
    const results = await given.narrator.narrateList([sampleBrief({ evidence: [] }), sampleBrief()], ask())
    expect(results.map((result) => result.type)).toEqual(['declined', 'narrative'])
  })
})

describe('a stream', () => {
  const read = async (stream: AsyncIterable<{ type: string }>): Promise<{ type: string }[]> => Array.fromAsync(stream)

  test('gives verified sentences whose text is the narrative', async () => {
    const parts = [start, ...truth, ...lie, ...sentence('You last played C-Doc in March 2018.', 'F2'), end]
    await using given = await testNarrator(test_.db, [plugin('model', scripted(parts))])
    const events = await read(given.narrator.stream(sampleBrief(), ask()))
    const deltas = events.filter((event) => event.type === 'delta') as unknown as { seq: number; text: string }[]
    expect(deltas.map(({ seq, text }) => [seq, text])).toEqual([[0, 'You played C-Doc 212 times in 2016.'], [1, ' You last played C-Doc in March 2018.']])
    expect(events.at(-1)).toMatchObject({ type: 'narrative', text: deltas.map(({ text }) => text).join('') })
    const cached = await read(given.narrator.stream(sampleBrief(), ask()))
    expect(cached).toMatchObject([{ type: 'delta', seq: 0 }, { type: 'narrative', fromCache: true }])
  })

  test('goes on with the next provider only where nothing stands yet', async () => {
    const opinion = scripted([start, ...sentence('Worth a try.', 'F0'), new NarrativeError('truncated', 'cut')])
    await using given = await testNarrator(test_.db, [plugin('model', opinion), plugin('house', house())])
    const events = await read(given.narrator.stream(sampleBrief(), ask()))
    expect(events.at(-1)).toMatchObject({ type: 'narrative', text: 'Worth a try. You played C-Doc 212 times in 2016.', provider: 'house' })
  })

  test('stops the work when its reader leaves', async () => {
    const slow = scripted([start, ...truth, { type: 'pause', milliseconds: 5_000 }])
    await using given = await testNarrator(test_.db, [plugin('model', slow)], { policies: { deadlineMs: 5_000 } })
    for await (const event of given.narrator.stream(sampleBrief(), ask())) {
      expect(event.type).toBe('delta')
      break
    }
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(slow.active).toBe(0)
  })

  test('rejects with the reason of the signal', async () => {
    const slow = scripted([start, { type: 'pause', milliseconds: 5_000 }])
    await using given = await testNarrator(test_.db, [plugin('model', slow)], { policies: { deadlineMs: 5_000 } })
    const reason = new Error('left')
    const controller = new AbortController()
    setTimeout(() => controller.abort(reason), 20)
    await expect(read(given.narrator.stream(sampleBrief(), { signal: controller.signal }))).rejects.toBe(reason)
  })
})

describe('the ledger', () => {
  test('knows every attempt', async () => {
    await using given = await testNarrator(test_.db, [plugin('model', scripted([start, ...lie, end])), plugin('house', house())], { policies: { retryRefused: false } })
    await given.narrator.narrate(sampleBrief(), ask())
    const rows = await test_.db.selectFrom('narrative_usage').select(['provider', 'model', 'outcome', 'reason', 'input_tokens']).orderBy('provider').execute()
    expect(rows).toEqual([
      { provider: 'house', model: 'rules', outcome: 'published', reason: null, input_tokens: null },
      { provider: 'model', model: 'test-model', outcome: 'refused', reason: 'refused: the number 999 is not in the cited facts', input_tokens: null },
    ])
  })
})

test('evidence that the text does not rest on is not claimed', async () => {
  const brief = sampleBrief()
  const more = { ...brief, evidence: [...brief.evidence, evidence('label', { release: "Followin' Me (Remixx)", label: 'blocSonic' }, 'It came out on blocSonic.')] }
  await using given = await testNarrator(test_.db, [plugin('house', house())])
  expect(written(await given.narrator.narrate(more, ask())).evidenceIds).toEqual([brief.evidence[1]?.id])
})
