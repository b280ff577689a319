import assert from 'node:assert/strict'
import type { NarrativeRequest } from '../request.js'
import type { ConformanceCheck } from './conformance-subject.js'
import { assertAborts } from './assert-aborts.js'
import { assertBranded } from './assert-branded.js'
import { describeValue } from './describe-value.js'
import { readNarrative, rejectionOf, textOf, within } from './observe-narrative.js'

/** What a platform relies on beside the narratives themselves. */
export const serviceChecks: readonly ConformanceCheck[] = [
  {
    name: 'tells its health cheaply, without narrating',
    async run(subject) {
      await using opened = await subject.open()
      const started = opened.work.started()
      const asking = (async () => opened.provider.health({ signal: new AbortController().signal }))()
      const health = await within(asking, subject.narrativeMs, `Health did not answer within ${subject.narrativeMs} ms`)
      const isHealth = typeof health === 'object' && health !== null && ['up', 'warming', 'degraded', 'down'].includes(health.state)
      assert.ok(isHealth, `Health is ${describeValue(health)}; expected { state: 'up' | 'warming' | 'degraded' | 'down', detail: string | null }`)
      assert.ok(typeof health.detail === 'string' || health.detail === null, `health.detail is ${describeValue(health.detail)}; expected one line, or null`)
      assert.ok(health.detail === null || (health.detail.trim() !== '' && !health.detail.includes('\n')), 'health.detail is one line, or null')
      assert.equal(opened.work.started(), started, 'Asking for health began a narrative')
    },
  },
  {
    name: 'rejects health with the reason itself if aborted before',
    async run(subject) {
      await using opened = await subject.open()
      const reason = new Error('aborted')
      const health = (async () => opened.provider.health({ signal: AbortSignal.abort(reason) }))()
      await assertAborts(health, reason, subject.stopMs, 'before its health was asked for')
    },
  },
  {
    name: 'does not call itself up when its network is down',
    async run(subject) {
      let asked = false
      const cut: typeof fetch = () => {
        asked = true
        return Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }) }))
      }
      await using opened = await subject.open('fresh', { fetch: () => cut })
      const asking = (async () => opened.provider.health({ signal: new AbortController().signal }))()
      const health = await within(asking, subject.narrativeMs, 'Health did not answer').catch((error: unknown) => {
        assertBranded(error, 'Asked for its health')
        return null
      })
      if (!asked) return { notApplicable: 'its health asks nothing of the network' }
      assert.notEqual(health?.state, 'up', 'It says that it is up, though it asked and nobody answered')
      return undefined
    },
  },
  {
    name: 'keeps narratives apart that are written at once',
    async run(subject) {
      await using opened = await subject.open()
      const base = opened.requests[0]
      assert.ok(base)
      const requests = [0, 1, 2].slice(0, opened.provider.capabilities.maxConcurrency ?? 3).map((index) => renumbered(base, index * 100))
      const narratives = await Promise.all(requests.map((request) => readNarrative(subject, opened.provider, request)))
      for (const [index, parts] of narratives.entries()) {
        const known = new Set([...(requests[index]?.facts ?? []), ...(requests[index]?.passages ?? [])].map((fact) => fact.id))
        for (const part of parts)
          if (part.type === 'sentence-end') for (const id of part.factIds) assert.ok(known.has(id), `Narrative ${index} cites ${id} of another`)
        assert.equal(parts.filter((part) => part.type === 'narrative-start' || part.type === 'narrative-end').length, 2, 'Parts of two narratives are mixed')
        assert.notEqual(textOf(parts), '')
      }
    },
  },
  {
    name: 'fails with branded errors only',
    async run(subject) {
      const { options } = subject
      for (const failure of options.failures ?? []) {
        await using opened = await subject.open('fresh', { config: failure.config ?? options.config })
        const request = opened.requests[0]
        assert.ok(request)
        const error = await rejectionOf(readNarrative(subject, opened.provider, request), subject.narrativeMs * 2, `It did not fail: ${failure.name}`)
        assertBranded(error, `With "${failure.name}"`)
        assert.equal(error.code, failure.code, `The code for "${failure.name}"; it said: ${error.message}`)
        assert.notEqual(error.message.trim(), '')
      }
      const disposed = await subject.open('fresh')
      await disposed[Symbol.asyncDispose]()
      const request = disposed.requests[0]
      assert.ok(request)
      await readNarrative(subject, disposed.provider, request).catch((error: unknown) => {
        assertBranded(error, 'After disposal')
      })
    },
  },
]

/** The same request with other fact ids, so that a mix-up shows; F0 is the item in every request. */
function renumbered(request: NarrativeRequest, offset: number): NarrativeRequest {
  const rename = (id: string): string => (id === 'F0' ? id : `F${Number(id.slice(1)) + offset}`)
  return {
    ...request,
    facts: request.facts.map((fact) => ({ ...fact, id: rename(fact.id) })),
    passages: request.passages.map((fact) => ({ ...fact, id: rename(fact.id) })),
    reasons: request.reasons.map((reason) => ({ ...reason, factIds: reason.factIds.map(rename) })),
  }
}
