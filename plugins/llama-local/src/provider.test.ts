import type { NarrativePart, NarrativeProvider, NarrativeRequest } from '@linernotes/narrative-sdk'
import { createTestHost, sampleEpisodeRequest, sampleTrackRequest } from '@linernotes/narrative-sdk/testing'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { storiesPath } from './__fixtures__/stories.js'
import { config } from './config.js'
import plugin, { namedAs } from './index.js'
import { createLlamaLocal, type LlamaLocalProvider } from './provider.js'

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
    expect(await provider.health({ signal })).toEqual({ state: 'up', detail: expect.stringMatching(/0 running, 0 waiting, \d+ answers/) })
  })

  test('tells true sentences even with a model that knows nothing, and cites them', async () => {
    await using host = await createTestHost({ modelFiles: { stories: storiesPath } })
    await using provider = createLlamaLocal(config.parse({ model: 'stories', threads: 1 }), host)
    expect(provider.capabilities.mode).toBe('plan')
    for (const seed of [1, 2]) {
      const parts = await narrate(provider, { ...sampleTrackRequest, seed })
      expect(textOf(parts)).toContain('March 2018')
      expect(parts.flatMap((part) => (part.type === 'sentence-end' ? part.factIds : []))).toContain('F2')
      expect(parts[0]).toMatchObject({ realisation: 'rules' })
      expect(parts.at(-1)).toMatchObject({ usage: { inputTokens: expect.any(Number), outputTokens: expect.any(Number), costMicroUsd: null } })
    }
    expect(textOf(await narrate(provider, sampleEpisodeRequest))).toContain('“Just save one or two things and see if you like it.”')
  })

  test('writes JSON by itself with the full prompt, in its own words', async () => {
    await using host = await createTestHost({ modelFiles: { stories: storiesPath } })
    await using provider = createLlamaLocal(config.parse({ model: 'stories', threads: 1, prompt: 'full', contextSize: 4096, maxTokens: 120 }), host)
    expect(provider.capabilities).toMatchObject({ mode: 'words', realisation: 'model' })
    const parts = await narrate(provider, { ...sampleTrackRequest, seed: 1 }).catch((error: unknown) => error)
    // A toy model may never end its first sentence; what it says is read as JSON all the same.
    expect(parts).toSatisfy((value) => (Array.isArray(value) ? value[0].type === 'narrative-start' : ['truncated', 'invalid-response'].includes(value.code)))
  })

  test('lets the model choose the words where it is told to, and plans what was refused', async () => {
    await using host = await createTestHost({ modelFiles: { stories: storiesPath } })
    const options = { model: 'stories', threads: 1, mode: 'words', contextSize: 4096, maxTokens: 400 }
    await using provider = createLlamaLocal(config.parse(options), host)
    expect(provider.capabilities).toMatchObject({ mode: 'words', realisation: 'model', promptVersion: 'words-2+plan-4' })
    const written = await narrate(provider, { ...sampleTrackRequest, seed: 1 })
    const ends = written.flatMap((part) => (part.type === 'sentence-end' ? [part.factIds] : []))
    expect(ends).toHaveLength(2)
    expect(ends[0]).toEqual(['F1', 'F2'])
    expect(textOf(written)).toMatch(/^[\p{L}\d].*\..*\.$/u)
    const planned = await narrate(provider, { ...sampleTrackRequest, seed: 1, refusals: ['212 times is not said'] })
    expect(planned[0]).toMatchObject({ realisation: 'rules' })
    expect(textOf(planned)).toContain('March 2018')
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

  test('names a LoRA adapter that is missing', async () => {
    await using host = await createTestHost({ modelFiles: { stories: storiesPath } })
    await using provider = createLlamaLocal(config.parse({ model: 'stories', lora: [{ file: './voice.gguf' }] }), host)
    await expect(narrate(provider)).rejects.toMatchObject({ code: 'misconfigured', message: expect.stringContaining('no LoRA adapter at ./voice.gguf') })
    expect(await provider.health({ signal })).toMatchObject({ state: 'down', detail: expect.stringContaining('./voice.gguf') })
  })

  test('stands beside another model under another key, each in a process of its own', async () => {
    const second = namedAs('llama-local-8b')
    expect([plugin.key, second.key, plugin.displayName]).toEqual(['llama-local', 'llama-local-8b', 'Llama on this machine'])
    await using host = await createTestHost({ modelFiles: { stories: storiesPath } })
    await using folder = await createTestHost()
    const copy = join(folder.stateDirectory, 'other.gguf')
    const bytes = await readFile(storiesPath)
    await writeFile(copy, bytes.fill(0, bytes.length - 4096))
    await using otherHost = await createTestHost({ modelFiles: { other: copy } })
    await using one = (await plugin.create(config.parse({ model: 'stories', threads: 1 }), host)) as LlamaLocalProvider
    await using two = (await second.create(config.parse({ model: 'other', threads: 1 }), otherHost)) as LlamaLocalProvider
    const [first, other] = await Promise.all([narrate(one), narrate(two)])
    expect([first[0], other[0]]).toMatchObject([{ model: 'stories' }, { model: 'other' }])
    expect([first.at(-1)?.type, other.at(-1)?.type]).toEqual(['narrative-end', 'narrative-end'])
    expect(one.metrics().pid).not.toBe(two.metrics().pid)
    expect([one.metrics().pid, two.metrics().pid]).not.toContain(null)
  })

  test('counts what it does', async () => {
    await using host = await createTestHost({ modelFiles: { stories: storiesPath } })
    await using provider = createLlamaLocal(config.parse({ model: 'stories', threads: 1 }), host)
    expect(provider.metrics()).toEqual({
      pid: null,
      rssBytes: null,
      running: 0,
      waiting: 0,
      answers: 0,
      inputTokens: 0,
      cachedTokens: 0,
      outputTokens: 0,
      restarts: 0,
    })
    const narratives = [narrate(provider), narrate(provider), narrate(provider)]
    await expect.poll(() => provider.metrics(), { timeout: 10_000 }).toMatchObject({ running: 1, waiting: 2 })
    await Promise.all(narratives)
    const { inputTokens, cachedTokens, answers, waiting, running } = provider.metrics()
    expect({ waiting, running }).toEqual({ waiting: 0, running: 0 })
    expect(answers).toBeGreaterThanOrEqual(3)
    expect(cachedTokens).toBeGreaterThan(0)
    expect(cachedTokens).toBeLessThan(inputTokens)
  })

  test('reports a wrong option by its name', () => {
    const { error } = config.safeParse({ threads: 0, temprature: 1 })
    expect(error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('\n')).toMatch(/threads .*\n.*temprature/s)
  })
})
