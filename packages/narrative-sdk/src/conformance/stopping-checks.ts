import assert from 'node:assert/strict'
import type { ConformanceCheck } from './conformance-subject.js'
import { assertAborts } from './assert-aborts.js'
import { assertDisposable } from './assert-provider.js'
import { assertBranded } from './assert-branded.js'
import { beginNarrative, readNarrative, within, workStops } from './observe-narrative.js'
import { openNarrative } from './open-narrative.js'

/** What happens when somebody has heard enough. */
export const stoppingChecks: readonly ConformanceCheck[] = [
  {
    name: 'rejects with the reason itself, before any work, if aborted before',
    async run(subject) {
      await using opened = await subject.open()
      const started = opened.work.started()
      for (const request of opened.requests.slice(0, 1)) {
        const reason = new Error('aborted before')
        const first = (async () => openNarrative(opened.provider, request, AbortSignal.abort(reason)).next())()
        await assertAborts(first, reason, subject.stopMs, 'before it was asked')
      }
      assert.equal(opened.work.started(), started, 'Work was begun although the signal was aborted before')
    },
  },
  {
    name: 'rejects with the reason itself, and stops the work, if aborted half-way',
    async run(subject) {
      await using opened = await subject.open()
      for (const request of opened.requests.slice(0, 1)) {
        const active = opened.work.active()
        const controller = new AbortController()
        const iterator = await beginNarrative(subject, opened.provider, request, controller.signal)
        const reason = new Error('aborted half-way')
        controller.abort(reason)
        await assertAborts(iterator.next(), reason, subject.stopMs, 'after its first words')
        await workStops(opened.work, active, subject.stopMs, 'The work went on after the abort')
      }
    },
  },
  {
    name: 'rejects at once if aborted while it is waiting',
    async run(subject) {
      await using opened = await subject.open()
      for (const request of opened.requests.slice(0, 1)) {
        const active = opened.work.active()
        const controller = new AbortController()
        const reason = new Error('aborted at once')
        const iterator = openNarrative(opened.provider, request, controller.signal)
        const reading = (async () => {
          for (let result = await iterator.next(); result.done !== true; result = await iterator.next()) if (result.value.type === 'narrative-end') break
        })()
        queueMicrotask(() => controller.abort(reason))
        await assertAborts(reading, reason, subject.stopMs, 'while it is waiting')
        await workStops(opened.work, active, subject.stopMs, 'The work went on after the abort')
      }
    },
  },
  {
    name: 'stops the work when the reader breaks off',
    async run(subject) {
      await using opened = await subject.open()
      for (const request of opened.requests.slice(0, 1)) {
        const active = opened.work.active()
        const iterator = await beginNarrative(subject, opened.provider, request, new AbortController().signal)
        await within(Promise.resolve(iterator.return?.()), subject.stopMs, 'Breaking off did not return')
        await workStops(opened.work, active, subject.stopMs, 'The work went on after the reader broke off')
      }
    },
  },
  {
    name: 'narrates again after an abort and a break',
    async run(subject) {
      await using opened = await subject.open()
      for (const request of opened.requests.slice(0, 1)) {
        for (let round = 0; round < 2; round += 1) {
          const iterator = await beginNarrative(subject, opened.provider, request, new AbortController().signal)
          await within(Promise.resolve(iterator.return?.()), subject.stopMs, 'Breaking off did not return')
        }
        await readNarrative(subject, opened.provider, request)
      }
    },
  },
  {
    name: 'may be disposed twice, also while it narrates',
    async run(subject) {
      const opened = await subject.open('fresh')
      assertDisposable(opened.provider)
      const request = opened.requests[0]
      assert.ok(request)
      const active = opened.work.active()
      const iterator = await beginNarrative(subject, opened.provider, request, new AbortController().signal)
      const rest = (async () => {
        for (let result = await iterator.next(); result.done !== true; result = await iterator.next());
      })().catch((error: unknown) => error)
      await within(Promise.resolve(opened.provider[Symbol.asyncDispose]()), subject.narrativeMs, 'The first disposal did not end')
      await within(Promise.resolve(opened[Symbol.asyncDispose]()), subject.narrativeMs, 'The second disposal did not end')
      const error = await within(rest, subject.narrativeMs, 'A narrative outlived its provider')
      if (error !== undefined) assertBranded(error, 'Disposed while it narrated')
      await workStops(opened.work, active, subject.stopMs, 'The work went on after disposal')
    },
  },
]
