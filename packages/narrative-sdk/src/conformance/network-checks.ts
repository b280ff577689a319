import assert from 'node:assert/strict'
import type { NarrativeErrorCode } from '../error.js'
import { faultyFetch } from '../testing/faulty-fetch.js'
import type { NetworkFault } from '../testing/network-fault.js'
import type { ConformanceCheck } from './conformance-subject.js'
import { assertBranded } from './assert-branded.js'
import { readNarrative, rejectionOf, workStops } from './observe-narrative.js'
import { openNarrative } from './open-narrative.js'

interface Expectation {
  /** What happens, in words. */
  readonly what: string
  readonly codes: readonly NarrativeErrorCode[]
  /** What `retryAfterMs` has to be; left out: anything. */
  readonly retryAfterMs?: number | null
}

const expectations: Readonly<Record<NetworkFault, Expectation>> = {
  'rate-limited': { what: '429 with Retry-After', codes: ['rate-limited'], retryAfterMs: 7000 },
  'rate-limited-bare': { what: '429 without Retry-After', codes: ['rate-limited'], retryAfterMs: null },
  'server-error': { what: '500', codes: ['unavailable', 'internal'] },
  unavailable: { what: '503', codes: ['unavailable', 'overloaded'] },
  refused: { what: 'a refused connection', codes: ['unavailable'] },
  silence: { what: 'silence', codes: ['timeout'] },
  drip: { what: 'a byte a second', codes: ['timeout'] },
  cut: { what: 'an answer cut in the middle of a token', codes: ['truncated', 'unavailable'] },
  'cut-character': { what: 'an answer cut in the middle of a UTF-8 character', codes: ['truncated', 'unavailable'] },
  'early-end': { what: 'an answer that ends early as if all were well', codes: ['truncated', 'invalid-response'] },
  'wrong-json': { what: 'broken JSON', codes: ['invalid-response', 'truncated'] },
  huge: { what: 'an answer without an end', codes: ['invalid-response', 'truncated', 'timeout'] },
  empty: { what: 'an empty answer', codes: ['invalid-response', 'truncated'] },
  html: { what: 'a web page with status 200', codes: ['invalid-response', 'misconfigured'] },
  'redirect-loop': { what: 'redirects in a circle', codes: ['misconfigured', 'unavailable', 'invalid-response'] },
  'wrong-schema': { what: 'JSON of another schema', codes: ['invalid-response'] },
  'tool-call': { what: 'a tool call', codes: ['invalid-response'] },
}

function failingLater(kind: NetworkFault): { readonly fetch: (inner: typeof fetch) => typeof fetch; readonly fail: () => void } {
  let fails = false
  return {
    fetch: (inner) => {
      const faulty = faultyFetch(kind, inner)
      return (input, init) => (fails ? faulty : inner)(input, init)
    },
    fail: () => {
      fails = true
    },
  }
}

/** A network that fails, through the fetch of the host: one error of the right code, in time, no retry, nothing left behind. */
export const networkChecks: readonly ConformanceCheck[] = Object.entries(expectations).map(([kind, expected]) => ({
  name: `fails well over the network: ${expected.what}`,
  async run(subject) {
    if (!(await subject.usesFetch())) return { notApplicable: 'it does not use host.fetch' }
    const config = subject.options.networkConfig ?? subject.options.config
    const network = failingLater(kind as NetworkFault)
    await using opened = await subject.open('fresh', { config, fetch: network.fetch })
    const request = opened.requests[0]
    assert.ok(request)
    // What a provider asks only once, such as what an endpoint takes, is asked while all is well.
    await readNarrative(subject, opened.provider, request)
    network.fail()
    const before = { started: opened.work.started(), active: opened.work.active() }
    let text = ''
    const reading = (async () => {
      const iterator = openNarrative(opened.provider, request, new AbortController().signal)
      for (let result = await iterator.next(); result.done !== true; result = await iterator.next())
        if (result.value.type === 'text-delta') text += result.value.text
    })()
    const late = `It did not fail within ${subject.faultMs} ms, or took it for an answer: ${JSON.stringify(text.slice(0, 80))}`
    const error = await rejectionOf(reading, subject.faultMs, late)
    assertBranded(error, `With ${expected.what}`)
    assert.ok(expected.codes.includes(error.code), `The code is ${error.code}, expected ${expected.codes.join(' or ')}; it said: ${error.message}`)
    if (expected.retryAfterMs !== undefined) assert.equal(error.retryAfterMs, expected.retryAfterMs, 'retryAfterMs is not what Retry-After says')
    assert.doesNotMatch(text, /[\uFFFD<]/u, 'It gave half a character, or a web page, for text')
    assert.ok(opened.work.started() - before.started <= 1, 'It asked again: a plugin never retries')
    await workStops(opened.work, before.active, subject.stopMs, 'The work went on after the failure')
    return undefined
  },
}))
