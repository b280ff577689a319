import { sampleTrackRequest } from '@linernotes/narrative-sdk/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bench, openBench, textOf, truth } from './__fixtures__/open-bench.js'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench[Symbol.asyncDispose]())

describe('a server that answers', () => {
  it.each(['good', 'fenced', 'one-piece', 'slow-first-byte'] as const)('%s gives the text, its facts and the usage', async (kind) => {
    const parts = await bench.narrate({ baseUrl: bench.server.baseUrl(kind), prices: { inputPerMillion: 0.2, outputPerMillion: 0.6 } })
    expect(textOf(parts)).toBe(truth)
    expect(parts.flatMap((part) => (part.type === 'sentence-end' ? part.factIds : []))).toEqual(['F0', 'F1'])
    expect(parts.at(-1)).toEqual({
      type: 'narrative-end',
      finish: 'complete',
      usage: { inputTokens: 210, outputTokens: 40, cachedInputTokens: 180, costMicroUsd: 66 },
    })
  })

  it('without streaming gives the same in one piece', async () => {
    const parts = await bench.narrate({ baseUrl: bench.server.baseUrl('good'), streaming: false })
    expect(textOf(parts)).toBe(truth)
    expect(bench.server.received.at(-1)?.body).toMatchObject({ stream: false })
  })

  it('that stops at the token limit ends with length', async () => {
    const parts = await bench.narrate({ baseUrl: bench.server.baseUrl('length') })
    expect(parts.at(-1)).toMatchObject({ type: 'narrative-end', finish: 'length' })
    expect(truth.startsWith(textOf(parts))).toBe(true)
  })
})

describe('what is sent', () => {
  it('asks for the schema with the ids of this request, with the system text first', async () => {
    await bench.narrate({ baseUrl: bench.server.baseUrl('good'), model: 'my-adapter' })
    const body = bench.server.received.at(-1)?.body
    expect(body).toMatchObject({
      model: 'my-adapter',
      stream: true,
      temperature: 0.4,
      messages: [{ role: 'system' }, { role: 'user' }],
      response_format: { type: 'json_schema', json_schema: { strict: true, schema: { type: 'object' } } },
    })
    expect(JSON.stringify(body)).toContain('"enum":["F0","F1","F2","F3","F4"]')
    expect(JSON.stringify(body)).not.toContain('$schema')
  })

  it('speaks to vLLM in its own way, and to others only by the prompt', async () => {
    await bench.narrate({ baseUrl: bench.server.baseUrl('good'), structuredOutput: 'vllm' })
    expect(bench.server.received.at(-1)?.body).toMatchObject({ structured_outputs: { json: { type: 'object' } } })
    await bench.narrate({ baseUrl: bench.server.baseUrl('good'), structuredOutput: 'none' })
    expect(Object.keys(bench.server.received.at(-1)?.body ?? {})).not.toContain('response_format')
  })

  it('sends a seed only where the endpoint is said to honour it', async () => {
    await bench.narrate({ baseUrl: bench.server.baseUrl('good'), seed: true }, { ...sampleTrackRequest, seed: 42 })
    expect(bench.server.received.at(-1)?.body).toMatchObject({ seed: 42 })
  })

  it('sends its own key and no other, and never logs it', async () => {
    process.env['OPENAI_API_KEY'] = 'sk-of-somebody-else'
    process.env['OPENAI_ORG_ID'] = 'org-of-somebody-else'
    try {
      await bench.narrate({ baseUrl: bench.server.baseUrl('good') })
      expect(bench.server.received.at(-1)?.headers).not.toHaveProperty('authorization')
      expect(JSON.stringify(bench.server.received.at(-1)?.headers)).not.toContain('somebody-else')
      await bench.narrate({ baseUrl: bench.server.baseUrl('good'), apiKey: 'sk-mine' })
      expect(bench.server.received.at(-1)?.headers.authorization).toBe('Bearer sk-mine')
    } finally {
      delete process.env['OPENAI_API_KEY']
      delete process.env['OPENAI_ORG_ID']
    }
    const error = await bench.failure({ baseUrl: bench.server.baseUrl('unauthorised'), apiKey: 'fault' })
    expect(error.message).not.toContain('fault')
    expect(JSON.stringify(bench.host.logged)).not.toContain('sk-mine')
  })
})

describe('vendors', () => {
  it('speaks to Together through @langchain/community', async () => {
    const parts = await bench.narrate({ baseUrl: bench.server.baseUrl('good'), apiKey: 'key', vendor: 'community/togetherai' })
    expect(textOf(parts)).toBe(truth)
    expect((await bench.failure({ baseUrl: bench.server.baseUrl('early-end'), apiKey: 'key', vendor: 'community/togetherai' })).code).toBe('truncated')
  })

  it('finds a vendor through initChatModel', async () => {
    expect(textOf(await bench.narrate({ baseUrl: bench.server.baseUrl('good'), apiKey: 'key', vendor: 'openai' }))).toBe(truth)
  })

  it.each([
    ['groq', /needs the package @langchain\/groq: add it with pnpm add/u],
    ['no-such-vendor', /"no-such-vendor" cannot be used: Unsupported.*Supported model providers are: openai/u],
    ['community/unheard-of', /expected 'community\/togetherai'/u],
  ])('says what %s lacks', async (vendor, message) => {
    const error = await bench.failure({ vendor, apiKey: 'key' })
    expect(error.code).toBe('misconfigured')
    expect(error.message).toMatch(message)
  })
})
