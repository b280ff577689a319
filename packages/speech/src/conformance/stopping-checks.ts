import assert from 'node:assert/strict'
import { assertSpeechError, beginHearing, hear, rejectionOf, soundOf, TEXT, within, workEnds } from './hear.js'
import type { SpeechCheck } from './speech-subject.js'

/** What happens when somebody has heard enough. */
export const stoppingChecks: readonly SpeechCheck[] = [
  {
    name: 'rejects with the reason itself, before any work, if aborted before',
    async run({ open, language, active, stopMs }) {
      await using provider = await open()
      const reason = new Error('aborted before')
      const before = active()
      const speech = provider.speak({ text: TEXT, language, voice: null }, { signal: AbortSignal.abort(reason) })
      const first = speech[Symbol.asyncIterator]().next()
      assert.equal(active(), before, 'Work was begun although the signal was aborted before')
      assert.equal(await rejectionOf(first, stopMs, 'It went on although the signal was aborted before'), reason, 'It rejected with something else')
    },
  },
  {
    name: 'rejects with the reason itself, and stops, if aborted half-way',
    async run({ open, language, active, speechMs, stopMs }) {
      await using provider = await open()
      const before = active()
      const controller = new AbortController()
      const iterator = await beginHearing(provider, language, speechMs, controller.signal)
      const reason = new Error('aborted half-way')
      controller.abort(reason)
      const rest = (async () => {
        while ((await iterator.next()).done !== true);
      })()
      assert.equal(await rejectionOf(rest, stopMs, 'It is deaf to the abort'), reason, 'It rejected with something else')
      await workEnds(active, before, stopMs, 'The work went on after the abort')
    },
  },
  {
    name: 'stops when the reader breaks off, and speaks again',
    async run({ open, language, active, speechMs, stopMs }) {
      await using provider = await open()
      const before = active()
      for (let round = 0; round < 3; round += 1) {
        const iterator = await beginHearing(provider, language, speechMs, new AbortController().signal)
        await within(Promise.resolve(iterator.return?.()), stopMs, 'Breaking off did not return')
      }
      await workEnds(active, before, stopMs, 'The work went on after the reader broke off')
      assert.ok(soundOf(await hear(provider, TEXT, language, speechMs)).length > 0, 'It does not speak any more')
    },
  },
  {
    name: 'may be closed twice, also while it speaks',
    async run({ open, language, active, speechMs, stopMs }) {
      const before = active()
      const provider = await open()
      const iterator = await beginHearing(provider, language, speechMs, new AbortController().signal)
      const rest = (async () => {
        while ((await iterator.next()).done !== true);
      })().catch((error: unknown) => error)
      await within(Promise.resolve(provider[Symbol.asyncDispose]()), stopMs, 'The first closing did not end')
      await within(Promise.resolve(provider[Symbol.asyncDispose]()), stopMs, 'The second closing did not end')
      const error = await within(rest, speechMs, 'Its speech outlived it')
      if (error !== undefined) assertSpeechError(error, 'Closed while it spoke')
      await workEnds(active, before, stopMs, 'The work went on after it was closed')
    },
  },
]
