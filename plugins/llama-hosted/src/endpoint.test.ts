import type { NarrativeProvider } from '@linernotes/narrative-sdk'
import { createTestHost, type FaultKind, type FaultServer, openFaultServer, sampleTrackRequest, type TestHost } from '@linernotes/narrative-sdk/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { textOf, truth } from './__fixtures__/open-bench.js'
import plugin from './index.js'

let server: FaultServer
let host: TestHost
let now = 0
let fetching: typeof fetch
beforeAll(async () => {
  server = await openFaultServer()
  host = await createTestHost({ now: () => now, fetch: (input, init) => fetching(input, init) })
})
beforeEach(() => {
  fetching = fetch
})
afterAll(async () => {
  await host[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
})

const open = async (options: object): Promise<NarrativeProvider> => plugin.create(plugin.config.parse({ probeTimeoutMs: 20_000, ...options }), host)
const narrate = async (provider: NarrativeProvider): Promise<string> =>
  textOf(await Array.fromAsync(provider.narrate(sampleTrackRequest, { signal: new AbortController().signal })))
/** The formats of the chat completions since `from`, as they were asked for. */
const asked = (from: number) =>
  server.received
    .slice(from)
    .flatMap(({ path, body }) =>
      path.endsWith('/completions') ? [body as { max_tokens?: number; response_format?: { type: string }; stream_options?: object }] : [],
    )

describe('the endpoint is asked what it takes', () => {
  it.each<[FaultKind, string | undefined, number, boolean]>([
    ['good', 'json_schema', 1, true],
    ['no-json-schema', 'json_object', 2, true],
    ['no-response-format', undefined, 3, true],
    ['no-stream-options', undefined, 4, false],
  ])('%s: narratives ask for %s after %i requests for a few tokens, and only once', async (kind, format, probes, hasUsage) => {
    await using provider = await open({ baseUrl: server.baseUrl(kind) })
    const from = server.received.length
    expect(await narrate(provider)).toBe(truth)
    expect(await narrate(provider)).toBe(truth)
    const requests = asked(from)
    expect(requests).toHaveLength(probes + 2)
    expect(requests.slice(0, probes).map((request) => request.max_tokens)).toEqual(Array.from({ length: probes }, () => 8))
    for (const request of requests.slice(probes)) {
      expect(request.response_format?.type).toBe(format)
      expect(request.stream_options !== undefined).toBe(hasUsage)
    }
  })

  it('not where the operator said it', async () => {
    await using provider = await open({ baseUrl: server.baseUrl('good'), structuredOutput: 'json_object' })
    const from = server.received.length
    await narrate(provider)
    expect(asked(from).map((request) => request.response_format)).toEqual([{ type: 'json_object' }])
  })

  it('once for all who wait', async () => {
    await using provider = await open({ baseUrl: server.baseUrl('good') })
    const from = server.received.length
    await Promise.all([narrate(provider), narrate(provider), narrate(provider)])
    expect(asked(from)).toHaveLength(4)
  })

  it('again when it refuses what it took, but not at once', async () => {
    let kind: FaultKind = 'good'
    fetching = (input, init) => fetch(String(input).replace('/good/', `/${kind}/`), init)
    await using provider = await open({ baseUrl: server.baseUrl('good') })
    await narrate(provider)
    kind = 'no-json-schema'
    await expect(narrate(provider)).rejects.toMatchObject({ code: 'misconfigured' })
    const from = server.received.length
    await expect(narrate(provider)).rejects.toMatchObject({ code: 'misconfigured' })
    expect(asked(from)).toHaveLength(1)
    now += 31_000
    await expect(narrate(provider)).rejects.toMatchObject({ code: 'misconfigured' })
    expect(await narrate(provider)).toBe(truth)
    expect((await provider.health({ signal: new AbortController().signal })).detail).toBe(
      'The endpoint takes no JSON schema: it is asked for JSON by json_object',
    )
  })

  it('and one that says nothing is taken at its best, after a short wait', async () => {
    await using provider = await open({ baseUrl: server.baseUrlIn('hang', 'probe'), probeTimeoutMs: 50 })
    const from = server.received.length
    expect(await narrate(provider)).toBe(truth)
    expect(await narrate(provider)).toBe(truth)
    expect(asked(from).map((request) => request.response_format?.type)).toEqual(['json_schema', 'json_schema', 'json_schema'])
    await expect.poll(() => server.activeRequests).toBe(0)
  })

  it('stops being asked when nobody waits any more', async () => {
    await using provider = await open({ baseUrl: server.baseUrlIn('hang', 'probe'), probeTimeoutMs: 60_000 })
    const controller = new AbortController()
    const reason = new Error('enough')
    const reading = Array.fromAsync(provider.narrate(sampleTrackRequest, { signal: controller.signal }))
    await expect.poll(() => server.activeRequests).toBe(1)
    controller.abort(reason)
    await expect(reading).rejects.toBe(reason)
    await expect.poll(() => server.activeRequests).toBe(0)
  })
})

describe('a model for each kind of narrative', () => {
  const options = {
    modelFor: { pitch: 'adapter-pitch', track: 'adapter-track' },
    modelPrices: { 'adapter-track': { inputPerMillion: 1, outputPerMillion: 2 } },
  }

  it('is asked for, reported and paid by its own name', async () => {
    await using provider = await open({ baseUrl: server.baseUrl('good'), ...options, prices: { inputPerMillion: 100, outputPerMillion: 100 } })
    const parts = await Array.fromAsync(provider.narrate(sampleTrackRequest, { signal: new AbortController().signal }))
    expect(server.received.at(-1)?.body).toMatchObject({ model: 'adapter-track' })
    expect(parts[0]).toMatchObject({ type: 'narrative-start', model: 'adapter-track' })
    expect(parts.at(-1)).toMatchObject({ usage: { costMicroUsd: 290 } })
    await Array.fromAsync(provider.narrate({ ...sampleTrackRequest, style: 'pitch' }, { signal: new AbortController().signal }))
    expect(server.received.at(-1)?.body).toMatchObject({ model: 'adapter-pitch' })
  })

  it('is missed by health where the endpoint does not list it', async () => {
    await using provider = await open({ baseUrl: server.baseUrl('good'), ...options })
    expect(await provider.health({ signal: new AbortController().signal })).toMatchObject({
      state: 'degraded',
      detail: expect.stringContaining('"adapter-pitch"'),
    })
  })
})

it('plans where it is told to, and rules word the plan', async () => {
  await using planned = await openFaultServer({ answer: '{"sentences":[{"facts":["F1"]}]}' })
  await using provider = await open({ baseUrl: planned.baseUrl('good'), mode: 'plan' })
  expect(provider.capabilities.mode).toBe('plan')
  const parts = await Array.fromAsync(provider.narrate(sampleTrackRequest, { signal: new AbortController().signal }))
  expect(parts[0]).toMatchObject({ realisation: 'rules' })
  expect(textOf(parts)).toMatch(/C-Doc.*212|212.*C-Doc/u)
})
