import { setTimeout as sleep } from 'node:timers/promises'
import type { NarrativeErrorCode } from '@linernotes/narrative-sdk'
import type { FaultKind } from '@linernotes/narrative-sdk/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bench, openBench } from './__fixtures__/open-bench.js'

let bench: Bench
const unhandled: unknown[] = []
const onUnhandled = (reason: unknown): void => void unhandled.push(reason)

beforeAll(async () => {
  process.on('unhandledRejection', onUnhandled)
  bench = await openBench()
  // The first narrative loads the libraries, which is not what the deadlines here are about.
  await bench.narrate({ baseUrl: bench.server.baseUrl('good') })
})
afterAll(async () => {
  await bench[Symbol.asyncDispose]()
  process.off('unhandledRejection', onUnhandled)
})

const codes: Partial<Record<FaultKind | 'refused', NarrativeErrorCode>> = {
  hang: 'timeout',
  stall: 'timeout',
  drip: 'timeout',
  cut: 'truncated',
  'cut-character': 'truncated',
  'early-end': 'truncated',
  'error-event': 'unavailable',
  filtered: 'filtered',
  'tool-call': 'invalid-response',
  'plain-text': 'invalid-response',
  'wrong-schema': 'invalid-response',
  'wrong-json': 'invalid-response',
  huge: 'invalid-response',
  empty: 'invalid-response',
  html: 'invalid-response',
  'rate-limited': 'rate-limited',
  'rate-limited-until': 'rate-limited',
  'rate-limited-bare': 'rate-limited',
  'bad-request': 'misconfigured',
  'not-found': 'misconfigured',
  'redirect-loop': 'misconfigured',
  unauthorised: 'unauthorised',
  'server-error': 'unavailable',
  unavailable: 'unavailable',
  reset: 'unavailable',
  'wrong-protocol': 'unavailable',
  'short-length': 'invalid-response',
  'long-length': 'unavailable',
  'gzip-garbage': 'unavailable',
  'json-error': 'unavailable',
  'no-content': 'invalid-response',
  'endless-error': 'timeout',
  'long-line': 'invalid-response',
  'length-at-once': 'truncated',
  'cut-chunk': 'unavailable',
  'half-headers': 'timeout',
  'headers-only': 'timeout',
  'comments-only': 'timeout',
  'bad-chunk': 'unavailable',
  'long-chunk': 'unavailable',
  'gzip-bomb': 'invalid-response',
  'nul-bytes': 'invalid-response',
  'error-at-once': 'unavailable',
  'two-answers': 'unavailable',
  'huge-header': 'unavailable',
  refused: 'unavailable',
}

describe('a server that fails', () => {
  it.each(Object.entries(codes))('with %s gives %s, inside the deadline, once, and nothing stays open', async (kind, code) => {
    const started = bench.server.startedCompletions
    const begun = performance.now()
    const error = await bench.failure({
      baseUrl: bench.server.baseUrl(kind as FaultKind),
      structuredOutput: 'response_format',
      timeoutMs: code === 'timeout' ? 800 : 4000,
      idleTimeoutMs: code === 'timeout' ? 300 : 3000,
    })
    expect([error.code, error.message]).toEqual([code, expect.stringMatching(/\S/u)])
    expect(performance.now() - begun).toBeLessThan(4000)
    expect(bench.server.startedCompletions - started).toBe(kind === 'refused' ? 0 : 1)
    await expect.poll(() => bench.server.activeRequests, { timeout: 1000 }).toBe(0)
  })

  it.each([
    ['rate-limited', 7000, 7000],
    ['rate-limited-until', 5000, 7000],
    ['unavailable', 7000, 7000],
  ] as const)('with %s passes on how long to wait', async (kind, least, most) => {
    const { retryAfterMs } = await bench.failure({ baseUrl: bench.server.baseUrl(kind) })
    expect(retryAfterMs).toBeGreaterThanOrEqual(least)
    expect(retryAfterMs).toBeLessThanOrEqual(most)
  })

  it('without Retry-After leaves the wait unknown', async () => {
    expect((await bench.failure({ baseUrl: bench.server.baseUrl('rate-limited-bare') })).retryAfterMs).toBeNull()
  })

  it('that was never named says what to set', async () => {
    expect(await bench.failure({ baseUrl: '' })).toMatchObject({ code: 'misconfigured', message: expect.stringMatching(/^Set LLAMA_HOSTED_BASE_URL/u) })
  })

  it('because nobody listens is named with its remedy', async () => {
    expect((await bench.failure({ baseUrl: bench.server.baseUrl('refused') })).message).toMatch(/ECONNREFUSED.*Is http:\/\/127\.0\.0\.1:\d+\/v1 running/u)
    expect((await bench.failure({ baseUrl: bench.server.baseUrl('unauthorised') })).message).toMatch(/status 401.*Set LLAMA_HOSTED_API_KEY/u)
  })

  it('leaves no rejection unhandled', async () => {
    await sleep(50)
    expect(unhandled).toEqual([])
  })
})
