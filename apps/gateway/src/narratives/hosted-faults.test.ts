import { setTimeout as sleep } from 'node:timers/promises'
import { type FaultKind, type FaultPhase, faultPhases, type FaultServer, openFaultServer, phasedFaults } from '@linernotes/narrative-sdk/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type HostedNarrator, openHostedNarrator } from './__fixtures__/hosted-narrator.js'

let server: FaultServer
let narrator: HostedNarrator
const unhandled: unknown[] = []
const onUnhandled = (reason: unknown): void => void unhandled.push(reason)
let plays = 100

beforeAll(async () => {
  process.on('unhandledRejection', onUnhandled)
  process.on('uncaughtExceptionMonitor', onUnhandled)
  server = await openFaultServer()
  narrator = await openHostedNarrator()
  await narrator.narrate(server.baseUrl('good'), (plays += 1), 'long')
})
afterAll(async () => {
  await narrator[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
  process.off('unhandledRejection', onUnhandled)
  process.off('uncaughtExceptionMonitor', onUnhandled)
})

/** Whatever the server does: what the listener reads is true, whole, and there in time. */
async function listen(baseUrl: string, wait: 'long' | 'short' = 'short'): Promise<string> {
  plays += 1
  const count = plays
  const narrative = await narrator.narrate(baseUrl, count, wait)
  expect(narrative.text).toMatch(new RegExp(`C-Doc|${count}`, 'u'))
  expect(narrative.text).toMatch(/[.!?:”"]$/u)
  expect(narrative.text).not.toMatch(/Sigur|<|narrative"|fault/u)
  expect(narrative.fallbackReason ?? '').not.toMatch(/unexpectedly/u)
  return narrative.provider
}

describe('a hosted model that is well', () => {
  test.concurrent.for<FaultKind>(['good', 'fenced', 'one-piece', 'crlf', 'odd-chunks', 'untyped', 'split-lines', 'late-role', 'kept-alive'])(
    '%s: is heard',
    async (kind) => {
      expect(await listen(server.baseUrl(kind), 'long')).toBe('llama-hosted')
    },
  )
})

const either = ['llama-hosted', 'house-narrator']
/** A sentence that was verified before stands; what only the probe met is no matter. */
const writers: Readonly<Record<FaultPhase, readonly string[]>> = {
  'before-headers': ['house-narrator'],
  'after-headers': ['house-narrator'],
  'mid-stream': either,
  'at-end': either,
  probe: ['llama-hosted'],
}

describe.concurrent.each(phasedFaults)('a hosted model with %s', (kind) => {
  test.concurrent.for(faultPhases)('%s: the listener gets a valid answer', async (phase) => {
    expect(writers[phase]).toContain(await listen(server.baseUrlIn(kind, phase), phase === 'probe' ? 'long' : 'short'))
  })
})

const others: readonly FaultKind[] = [
  ...(['wrong-protocol', 'short-length', 'long-length', 'gzip-garbage', 'json-error', 'no-content', 'endless-error', 'long-line', 'length-at-once'] as const),
  ...(['cut-chunk', 'length', 'filtered', 'plain-text', 'stall', 'error-event', 'rate-limited-until', 'bad-request', 'unauthorised', 'not-found'] as const),
  ...([
    'half-headers',
    'headers-only',
    'comments-only',
    'bad-chunk',
    'long-chunk',
    'gzip-bomb',
    'nul-bytes',
    'error-at-once',
    'two-answers',
    'huge-header',
  ] as const),
]

describe('a hosted model that is worse', () => {
  test.concurrent.for(others)('%s: the listener gets a valid answer', async (kind) => {
    expect(either).toContain(await listen(server.baseUrl(kind)))
  })

  test.concurrent.for([
    ['nobody listens', () => server.baseUrl('refused')],
    ['TLS where there is none', () => server.baseUrl('good').replace('http:', 'https:')],
    ['no such name', () => 'http://no-such-host.invalid/v1'],
    ['an address that nothing has', () => 'http://[::1]:9/v1'],
  ] as const)('%s: the house writes', async ([, baseUrl]) => {
    expect(await listen(baseUrl())).toBe('house-narrator')
  })
})

test('nothing stays open, and no rejection was left unhandled', async () => {
  await expect.poll(() => server.activeRequests, { timeout: 3_000 }).toBe(0)
  await sleep(50)
  expect(unhandled).toEqual([])
})
