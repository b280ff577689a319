import { NarrativeError, type NarrativePart } from '@linernotes/narrative-sdk'
import { beforeAll, describe, expect, test } from 'vitest'
import { ask, database, written } from './__fixtures__/narrating.js'
import { sampleBrief } from './__fixtures__/sample-brief.js'
import { end, house, lie, model as scripted, plugin, sentence, start, testNarrator, truth } from './__fixtures__/test-narrator.js'

const data = database()

// The first text of a process is grounded slowly: patterns are compiled, and half a second on a busy machine is more than a provider has here.
beforeAll(async () => {
  await using given = await testNarrator(data.db, [plugin('model', scripted([start, ...lie, end])), plugin('house', house())], {
    policies: { deadlineMs: 60_000 },
  })
  await given.narrator.narrate(sampleBrief(), ask({ signal: AbortSignal.timeout(60_000) }))
})

const never = (): Promise<never> => new Promise(() => undefined)

describe('a provider that', () => {
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
      yield start
      await new Promise((resolve) => setTimeout(resolve, 450))
      throw new Error('too late')
    },
  }
  const cases: readonly (readonly [string, Parameters<typeof plugin>[1], RegExp])[] = [
    ['invents', scripted([start, ...lie, end]), /^model: refused: the number 999 is not in the cited facts/u],
    ['cites what is not there', scripted([start, ...sentence('You played C-Doc 212 times in 2016.', 'F77'), end]), /^model: refused: there is no fact F77/u],
    [
      'is down',
      scripted([new NarrativeError('misconfigured', 'no model file; run linernotes models pull')]),
      /^model: no model file; run linernotes models pull$/u,
    ],
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
      await using given = await testNarrator(data.db, [plugin('model', provider), plugin('house', house())])
      const began = performance.now()
      const narrative = written(await given.narrator.narrate(sampleBrief(), ask()))
      // Its time is 400 ms; the rest is for a busy machine.
      expect(performance.now() - began).toBeLessThan(10_000)
      expect(narrative).toMatchObject({ provider: 'house', realisation: 'rules', text: 'You played C-Doc 212 times in 2016.' })
      expect(narrative.fallbackReason).toMatch(reason)
      if (what === 'fails after its time') await new Promise((resolve) => setTimeout(resolve, 150))
    })
  }

  test('fails half-way keeps what was verified', async () => {
    const half = scripted([start, ...truth, { type: 'text-delta', text: 'And then' }, new NarrativeError('unavailable', 'gone')])
    await using given = await testNarrator(data.db, [plugin('model', half), plugin('house', house())])
    expect(written(await given.narrator.narrate(sampleBrief(), ask()))).toMatchObject({ provider: 'model', text: 'You played C-Doc 212 times in 2016.' })
  })

  test('was refused is told why, once', async () => {
    const learner = scripted((request) => [start, ...(request.refusals.length > 0 ? truth : lie), end])
    await using given = await testNarrator(data.db, [plugin('model', learner), plugin('house', house())])
    expect(written(await given.narrator.narrate(sampleBrief(), ask()))).toMatchObject({ provider: 'model' })
    expect(learner.calls.map((call) => call.refusals)).toEqual([[], ['the number 999 is not in the cited facts']])
  })

  test('recovers is tried again within the deadline', async () => {
    const shaky = scripted((_, call) => (call === 0 ? [new NarrativeError('rate-limited', 'wait', { retryAfterMs: 20 })] : [start, ...truth, end]))
    await using given = await testNarrator(data.db, [plugin('model', shaky), plugin('house', house())])
    expect(written(await given.narrator.narrate(sampleBrief(), ask()))).toMatchObject({ provider: 'model' })
  })

  test('keeps failing is left alone for a while', async () => {
    const down = scripted([new NarrativeError('internal', 'broken')])
    await using given = await testNarrator(data.db, [plugin('model', down), plugin('house', house())], { policies: { breakerFailures: 3, retries: 0 } })
    for (let plays = 1; plays <= 3; plays += 1) await given.narrator.narrate(sampleBrief({}, plays), ask())
    const narrative = written(await given.narrator.narrate(sampleBrief({}, 4), ask()))
    expect(narrative.fallbackReason).toBe('model: left alone for a while after repeated failures')
    expect(down.calls).toHaveLength(3)
  })

  // Under load the tail of each list timed out in the queue; five of those, and a model that worked was left alone.
  test('is busy is asked again as soon as it is free', async () => {
    const slow = scripted(
      (request) => [
        start,
        { type: 'pause', milliseconds: 150 },
        ...sentence(`You played C-Doc ${String(request.facts[1]?.values['plays'])} times in 2016.`, 'F1'),
        end,
      ],
      { maxConcurrency: 1 },
    )
    const policies = { deadlineMs: 1_000, breakerFailures: 1, retries: 0, maxOverlap: 1 }
    await using given = await testNarrator(data.db, [plugin('model', slow), plugin('house', house())], { policies })
    const list = (
      await given.narrator.narrateList(
        Array.from({ length: 12 }, (_, index) => sampleBrief({}, index + 1)),
        ask(),
      )
    ).map(written)
    expect(list.map(({ provider }) => provider)).toContain('house')
    expect(written(await given.narrator.narrate(sampleBrief({}, 99), ask())).provider).toBe('model')
  })
})

test('a provider that used to answer at once and is silent costs two seconds of the deadline, and no more', { timeout: 60_000 }, async () => {
  const falling = scripted((request, call) =>
    call < 5
      ? [start, ...sentence(`You played C-Doc ${String(request.facts[1]?.values['plays'])} times in 2016.`, 'F1'), end]
      : [{ type: 'pause', milliseconds: 60_000 }],
  )
  await using given = await testNarrator(data.db, [plugin('model', falling), plugin('house', house())], { policies: { deadlineMs: 30_000 } })
  for (let plays = 1; plays <= 5; plays += 1) expect(written(await given.narrator.narrate(sampleBrief({}, plays), ask())).provider).toBe('model')
  const { provider, fallbackReason } = written(await given.narrator.narrate(sampleBrief({}, 6), ask()))
  expect([provider, fallbackReason]).toEqual(['house', expect.stringMatching(/^model: timed out after [\d.]+ s$/u)])
  expect(Number(/([\d.]+) s$/u.exec(fallbackReason ?? '')?.[1])).toBeLessThan(15)
})
