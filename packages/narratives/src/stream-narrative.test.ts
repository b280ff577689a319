import { NarrativeError } from '@linernotes/narrative-sdk'
import { describe, expect, test } from 'vitest'
import { ask, database } from './__fixtures__/narrating.js'
import { sampleBrief } from './__fixtures__/sample-brief.js'
import { end, house, lie, model as scripted, plugin, sentence, start, testNarrator, truth } from './__fixtures__/test-narrator.js'

const data = database()

const read = async (stream: AsyncIterable<{ type: string }>): Promise<{ type: string }[]> => Array.fromAsync(stream)

describe('a stream', () => {
  test('gives verified sentences whose text is the narrative', async () => {
    const parts = [start, ...truth, ...lie, ...sentence('You last played C-Doc in March 2018.', 'F2'), end]
    await using given = await testNarrator(data.db, [plugin('model', scripted(parts))])
    const events = await read(given.narrator.stream(sampleBrief(), ask()))
    const deltas = events.filter((event) => event.type === 'delta') as unknown as { seq: number; text: string }[]
    expect(deltas.map(({ seq, text }) => [seq, text])).toEqual([
      [0, 'You played C-Doc 212 times in 2016.'],
      [1, ' You last played C-Doc in March 2018.'],
    ])
    expect(events.at(-1)).toMatchObject({ type: 'narrative', text: deltas.map(({ text }) => text).join('') })
    const cached = await read(given.narrator.stream(sampleBrief(), ask()))
    expect(cached).toMatchObject([
      { type: 'delta', seq: 0 },
      { type: 'narrative', fromCache: true },
    ])
  })

  test('goes on with the next provider only where nothing stands yet', async () => {
    const opinion = scripted([start, ...sentence('Worth a try.', 'F0'), new NarrativeError('truncated', 'cut')])
    await using given = await testNarrator(data.db, [plugin('model', opinion), plugin('house', house())])
    const events = await read(given.narrator.stream(sampleBrief(), ask()))
    expect(events.at(-1)).toMatchObject({ type: 'narrative', text: 'Worth a try. You played C-Doc 212 times in 2016.', provider: 'house' })
  })

  test('stops the work when its reader leaves', async () => {
    const slow = scripted([start, ...truth, { type: 'pause', milliseconds: 5_000 }])
    await using given = await testNarrator(data.db, [plugin('model', slow)], { policies: { deadlineMs: 5_000 } })
    for await (const event of given.narrator.stream(sampleBrief(), ask())) {
      expect(event.type).toBe('delta')
      break
    }
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(slow.active).toBe(0)
  })

  test('rejects with the reason of the signal', async () => {
    const slow = scripted([start, { type: 'pause', milliseconds: 5_000 }])
    await using given = await testNarrator(data.db, [plugin('model', slow)], { policies: { deadlineMs: 5_000 } })
    const reason = new Error('left')
    const controller = new AbortController()
    setTimeout(() => controller.abort(reason), 20)
    await expect(read(given.narrator.stream(sampleBrief(), { signal: controller.signal }))).rejects.toBe(reason)
  })
})
