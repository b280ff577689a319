import { NarrativeError } from '@linernotes/narrative-sdk'
import { describe, expect, test } from 'vitest'
import { ask, database, written } from './__fixtures__/narrating.js'
import { sampleBrief } from './__fixtures__/sample-brief.js'
import { end, house, model as scripted, plugin, start, testNarrator, truth } from './__fixtures__/test-narrator.js'

const data = database()

describe('the cache', () => {
  test('serves the same brief again, to another listener, too', async () => {
    const model = scripted([start, ...truth, end])
    await using given = await testNarrator(data.db, [plugin('model', model)])
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
    await using given = await testNarrator(data.db, [plugin('house', house())])
    expect(await given.narrator.narrate(sampleBrief(), ask({ cache: 'only' }))).toMatchObject({ type: 'declined' })
  })

  test('forgets a stand-in soon', async () => {
    let now = 1_700_000_000_000
    let ready = false
    const model = scripted(() => (ready ? [start, ...truth, end] : [new NarrativeError('misconfigured', 'no model file')]))
    await using given = await testNarrator(data.db, [plugin('model', model), plugin('house', house())], { now: () => now })
    expect(written(await given.narrator.narrate(sampleBrief(), ask())).provider).toBe('house')
    ready = true
    expect(written(await given.narrator.narrate(sampleBrief(), ask()))).toMatchObject({
      provider: 'house',
      fromCache: true,
      fallbackReason: 'model: no model file',
    })
    now += 31_000
    expect(written(await given.narrator.narrate(sampleBrief(), ask()))).toMatchObject({ provider: 'model', fromCache: false, fallbackReason: null })
    expect(written(await given.narrator.narrate(sampleBrief(), ask()))).toMatchObject({ provider: 'model', fromCache: true })
  })

  test('generates once for a thousand at once', async () => {
    const model = scripted([start, { type: 'pause', milliseconds: 30 }, ...truth, end])
    await using given = await testNarrator(data.db, [plugin('model', model)])
    const results = await Promise.all(Array.from({ length: 1_000 }, () => given.narrator.narrate(sampleBrief(), ask())))
    expect(new Set(results.map((result) => written(result).id)).size).toBe(1)
    expect(model.calls).toHaveLength(1)
  })
})
