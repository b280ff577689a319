import type { NarrativePart, NarrativeProvider, NarrativeRequest } from '@linernotes/narrative-sdk'
import { createTestHost, sampleEpisodeRequest, sampleTrackRequest } from '@linernotes/narrative-sdk/testing'
import { describe, expect, test } from 'vitest'
import { storiesPath } from './__fixtures__/stories.js'
import { config } from './config.js'
import { createLlamaLocal } from './provider.js'

const signal = new AbortController().signal

async function narrate(provider: NarrativeProvider, request: NarrativeRequest = sampleTrackRequest): Promise<readonly NarrativePart[]> {
  return await Array.fromAsync(provider.narrate(request, { signal }))
}

const textOf = (parts: readonly NarrativePart[]) => parts.map((part) => (part.type === 'text-delta' ? part.text : '')).join('')

describe('llama-local', () => {
  test('says how to get a model that is not there, and uses it as soon as it is', async () => {
    const modelFiles: Record<string, string> = {}
    await using host = await createTestHost({ modelFiles })
    await using provider = createLlamaLocal(config.parse({ threads: 1 }), host)
    const remedy = expect.stringContaining('Get it: npx -y pnpm@12.21.0 linernotes models pull smollm2-135m-instruct')
    expect(await provider.health({ signal })).toEqual({ state: 'down', detail: remedy })
    await expect(narrate(provider)).rejects.toMatchObject({ code: 'misconfigured', message: remedy })
    modelFiles['smollm2-135m-instruct'] = storiesPath
    expect(await provider.health({ signal })).toMatchObject({ state: 'warming' })
    expect((await narrate(provider)).at(-1)).toMatchObject({ type: 'narrative-end', finish: 'complete' })
    expect(await provider.health({ signal })).toEqual({ state: 'up', detail: null })
  })

  test('tells its facts literally even with a model that knows nothing, and cites them', async () => {
    await using host = await createTestHost({ modelFiles: { stories: storiesPath } })
    await using provider = createLlamaLocal(config.parse({ model: 'stories', threads: 1 }), host)
    for (const seed of [1, 2]) {
      const parts = await narrate(provider, { ...sampleTrackRequest, seed })
      expect(textOf(parts)).toContain('212 times in 2016')
      expect(parts.find((part) => part.type === 'sentence-end')).toEqual({ type: 'sentence-end', factIds: ['F1', 'F2'] })
      expect(parts.at(-1)).toMatchObject({ usage: { inputTokens: expect.any(Number), outputTokens: expect.any(Number), costMicroUsd: null } })
    }
    expect(textOf(await narrate(provider, sampleEpisodeRequest))).toContain('Nick Sweeting: "Just save one or two things and see if you like it."')
  })

  test('writes JSON by itself with the full prompt', async () => {
    await using host = await createTestHost({ modelFiles: { stories: storiesPath } })
    await using provider = createLlamaLocal(config.parse({ model: 'stories', threads: 1, prompt: 'full', contextSize: 4096, maxTokens: 120 }), host)
    const parts = await narrate(provider, { ...sampleTrackRequest, seed: 1 }).catch((error: unknown) => error)
    // A toy model may never end its first sentence; what it says is read as JSON all the same.
    expect(parts).toSatisfy((value) => (Array.isArray(value) ? value[0].type === 'narrative-start' : ['truncated', 'invalid-response'].includes(value.code)))
  })

  test('refuses who comes when the queue is full', async () => {
    await using host = await createTestHost({ modelFiles: { stories: storiesPath } })
    await using provider = createLlamaLocal(config.parse({ model: 'stories', threads: 1, queueLimit: 1 }), host)
    const outcomes = await Promise.allSettled([narrate(provider), narrate(provider), narrate(provider)])
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
    expect(outcomes[2]).toMatchObject({ reason: { code: 'overloaded' } })
  })

  test('names the file that is missing where the model is a path', async () => {
    await using host = await createTestHost()
    await using provider = createLlamaLocal(config.parse({ model: './mine.gguf', threads: 1 }), host)
    await expect(narrate(provider)).rejects.toMatchObject({ code: 'misconfigured', message: expect.stringContaining('no GGUF file at ./mine.gguf') })
  })

  test('reports a wrong option by its name', () => {
    const { error } = config.safeParse({ threads: 0, temprature: 1 })
    expect(error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('\n')).toMatch(/threads .*\n.*temprature/s)
  })
})
