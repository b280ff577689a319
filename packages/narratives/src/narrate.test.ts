import { NarrativeError, type NarrativePart } from '@linernotes/narrative-sdk'
import { scriptedProvider } from '@linernotes/narrative-sdk/testing'
import { describe, expect, test } from 'vitest'
import { ask, database, written } from './__fixtures__/narrating.js'
import { evidence, sampleBrief } from './__fixtures__/sample-brief.js'
import { end, house, lie, model as scripted, plugin, sentence, start, testNarrator, truth } from './__fixtures__/test-narrator.js'

const data = database()

describe('a narrative', () => {
  test('has claims that rest on the evidence of the brief', async () => {
    const brief = sampleBrief()
    await using given = await testNarrator(data.db, [plugin('model', scripted([start, ...truth, end]))])
    const narrative = written(await given.narrator.narrate(brief, ask()))
    expect(narrative.text).toBe('You played C-Doc 212 times in 2016.')
    expect(narrative.claims).toEqual([{ start: 0, end: 34, support: 'supported', evidenceIds: [brief.evidence[1]?.id] }])
    expect(narrative.evidenceIds).toEqual([brief.evidence[1]?.id])
    expect(narrative).toMatchObject({
      provider: 'model',
      fallbackReason: null,
      model: 'test-model',
      realisation: 'model',
      fromCache: false,
      listenerId: 'lis_a',
    })
  })

  test('keeps the sentences that pass and drops those that do not', async () => {
    await using given = await testNarrator(data.db, [plugin('model', scripted([start, ...lie, ...truth, end])), plugin('house', house())])
    const narrative = written(await given.narrator.narrate(sampleBrief(), ask()))
    expect(narrative).toMatchObject({ text: 'You played C-Doc 212 times in 2016.', provider: 'model' })
  })

  test('is found for plain text without citations', async () => {
    const parts: NarrativePart[] = [start, { type: 'text-delta', text: 'You played C-Doc 212 times in 2016. Elvis sings.' }, end]
    await using given = await testNarrator(data.db, [plugin('model', scripted(parts))])
    expect(written(await given.narrator.narrate(sampleBrief(), ask())).text).toBe('You played C-Doc 212 times in 2016.')
  })

  test('says less rather than nothing where rules cannot put the facts into words that pass', async () => {
    const clumsy = scriptedProvider((request) => [start, ...(request.facts.length > 1 ? lie : sentence('By C-Doc.', 'F0')), end], {
      capabilities: { realisation: 'rules' },
    })
    await using given = await testNarrator(data.db, [plugin('house', clumsy)])
    expect(written(await given.narrator.narrate(sampleBrief(), ask())).text).toBe('By C-Doc.')
  })

  test('is declined where there is no evidence', async () => {
    await using given = await testNarrator(data.db, [plugin('house', house())])
    expect(await given.narrator.narrate(sampleBrief({ evidence: [] }), ask())).toMatchObject({ type: 'declined', code: 'INSUFFICIENT_EVIDENCE' })
  })

  test('fails only where the last provider fails', async () => {
    const down = scripted([new NarrativeError('rate-limited', 'the engine says 429', { retryAfterMs: 60_000 })])
    await using given = await testNarrator(data.db, [plugin('model', down)])
    expect(await given.narrator.narrate(sampleBrief(), ask())).toMatchObject({
      type: 'failure',
      code: 'PROVIDER_UNAVAILABLE',
      tried: ['model'],
      retryAfterMs: 60_000,
    })
  })

  test('by a provider that nobody knows is not found', async () => {
    await using given = await testNarrator(data.db, [plugin('house', house())])
    expect(await given.narrator.narrate(sampleBrief(), ask({ provider: 'nobody' }))).toMatchObject({ type: 'failure', code: 'NOT_FOUND' })
  })

  test('comes from the provider asked for first', async () => {
    const other = scripted([start, ...sentence('You last played C-Doc in March 2018.', 'F2'), end])
    await using given = await testNarrator(data.db, [plugin('house', house()), plugin('other', other)], { order: ['house'] })
    expect(written(await given.narrator.narrate(sampleBrief(), ask({ provider: 'other' })))).toMatchObject({ provider: 'other', fallbackReason: null })
  })
})

describe('cancelling', () => {
  test('rejects with the reason of the signal', async () => {
    const slow = scripted([start, { type: 'pause', milliseconds: 5_000 }])
    await using given = await testNarrator(data.db, [plugin('model', slow)], { policies: { deadlineMs: 5_000 } })
    const controller = new AbortController()
    const reason = new Error('left')
    setTimeout(() => controller.abort(reason), 30)
    await expect(given.narrator.narrate(sampleBrief(), { signal: controller.signal })).rejects.toBe(reason)
    await expect(given.narrator.narrateList([sampleBrief()], { signal: controller.signal })).rejects.toBe(reason)
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(slow.active).toBe(0)
  })
})

describe('the ledger', () => {
  test('knows every attempt', async () => {
    await using given = await testNarrator(data.db, [plugin('model', scripted([start, ...lie, end])), plugin('house', house())], {
      policies: { retryRefused: false },
    })
    await given.narrator.narrate(sampleBrief(), ask())
    const rows = await data.db.selectFrom('narrative_usage').select(['provider', 'model', 'outcome', 'reason', 'input_tokens']).orderBy('provider').execute()
    expect(rows).toEqual([
      { provider: 'house', model: 'rules', outcome: 'published', reason: null, input_tokens: null },
      { provider: 'model', model: 'test-model', outcome: 'refused', reason: 'refused: the number 999 is not in the cited facts', input_tokens: null },
    ])
  })
})

test('evidence that the text does not rest on is not claimed', async () => {
  const brief = sampleBrief()
  const more = {
    ...brief,
    evidence: [...brief.evidence, evidence('label', { release: "Followin' Me (Remixx)", label: 'blocSonic' }, 'It came out on blocSonic.')],
  }
  await using given = await testNarrator(data.db, [plugin('house', house())])
  expect(written(await given.narrator.narrate(more, ask())).evidenceIds).toEqual([brief.evidence[1]?.id])
})
