import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { faultyFetch } from '../testing/faulty-fetch.js'
import { NarrativeError } from '../error.js'
import type { NarrativePart } from '../part.js'
import type { ConformanceCheck } from './conformance-subject.js'
import { assertAborts } from './assert-aborts.js'
import { describeValue } from './describe-value.js'
import { beginNarrative, rejectionOf, within, workStops } from './observe-narrative.js'
import { openNarrative } from './open-narrative.js'

/** More places than a test wants to fill. */
const mostPlaces = 16

/** Aborts of a narrative that has no word yet: in the queue, and while the prompt is read. */
export const waitingChecks: readonly ConformanceCheck[] = [
  {
    name: 'rejects with the reason itself if aborted in the queue, and leaves those before it alone',
    async run(subject) {
      await using opened = await subject.open()
      const { maxConcurrency } = opened.provider.capabilities
      if (maxConcurrency === null || maxConcurrency > mostPlaces)
        return { notApplicable: `maxConcurrency is ${maxConcurrency ?? 'unlimited'}: there is no queue` }
      const request = opened.requests[0]
      assert.ok(request)
      const before: AsyncIterator<NarrativePart>[] = []
      for (let place = 0; place < maxConcurrency; place += 1) before.push(await beginNarrative(subject, opened.provider, request, new AbortController().signal))
      const controller = new AbortController()
      const reason = new Error('aborted in the queue')
      const queued = openNarrative(opened.provider, request, controller.signal)
      const waiting = (async () => {
        for (let result = await queued.next(); result.done !== true; result = await queued.next()) if (result.value.type === 'narrative-end') break
      })()
      waiting.catch(() => undefined)
      await sleep(10)
      controller.abort(reason)
      const error = await rejectionOf(
        waiting,
        subject.stopMs,
        `It is deaf to the abort in its queue, or narrates beyond maxConcurrency (${maxConcurrency}); expected signal.reason: take who is aborted out of the queue`,
      )
      const isRefused = NarrativeError.isInstance(error) && error.code === 'overloaded'
      assert.ok(
        error === reason || isRefused,
        `It rejected with something else: ${describeValue(error)}; expected signal.reason itself, or the NarrativeError 'overloaded'`,
      )
      for (const iterator of before) {
        await within(iterator.next(), subject.narrativeMs, 'Those before it do not go on').catch((failure: unknown) => {
          assert.fail(`It spoiled a narrative before it: ${String(failure)}`)
        })
        await within(Promise.resolve(iterator.return?.()), subject.stopMs, 'Breaking off did not return')
      }
      return undefined
    },
  },
  {
    name: 'rejects with the reason itself, and stops the work, if aborted before the first word',
    async run(subject) {
      const usesFetch = await subject.usesFetch()
      const silence = { config: subject.options.config, fetch: (inner: typeof fetch) => faultyFetch('silence', inner) }
      await using opened = usesFetch ? await subject.open('fresh', silence) : await subject.open()
      const request = opened.requests[0]
      assert.ok(request)
      const before = { started: opened.work.started(), active: opened.work.active() }
      const controller = new AbortController()
      const reason = new Error('aborted before the first word')
      const iterator = openNarrative(opened.provider, request, controller.signal)
      let isBegun = false
      const reading = (async () => {
        for (let result = await iterator.next(); result.done !== true; result = await iterator.next()) {
          if (result.value.type !== 'narrative-start') controller.abort(reason)
          isBegun = true
        }
      })()
      reading.catch(() => undefined)
      const deadline = Date.now() + subject.narrativeMs
      while (Date.now() < deadline && !(usesFetch ? opened.work.started() > before.started : isBegun)) await sleep(1)
      controller.abort(reason)
      await assertAborts(reading, reason, subject.stopMs, 'before its first word')
      await workStops(opened.work, before.active, subject.stopMs, 'The work went on after the abort')
    },
  },
  {
    name: 'goes on with a narrative when another is aborted',
    async run(subject) {
      await using opened = await subject.open()
      const { maxConcurrency } = opened.provider.capabilities
      if (maxConcurrency === 1) return { notApplicable: 'maxConcurrency is 1' }
      const request = opened.requests[0]
      assert.ok(request)
      const controller = new AbortController()
      const aborted = await beginNarrative(subject, opened.provider, request, controller.signal)
      const other = await beginNarrative(subject, opened.provider, request, new AbortController().signal)
      const reason = new Error('only this one')
      controller.abort(reason)
      await rejectionOf(
        aborted.next(),
        subject.stopMs,
        `It is deaf to the abort: aborted after its first words, it did not reject within ${subject.stopMs} ms; expected signal.reason`,
      )
      const rest = (async () => {
        for (let result = await other.next(); result.done !== true; result = await other.next());
      })()
      await within(rest, subject.narrativeMs, 'The other narrative did not end').catch((error: unknown) =>
        assert.fail(`The other narrative failed: ${String(error)}`),
      )
      return undefined
    },
  },
]
