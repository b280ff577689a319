import assert from 'node:assert/strict'
import type { ConformanceCheck } from './conformance-subject.js'
import { holdTail } from './hold-tail.js'
import { beginNarrative, readNarrative } from './observe-narrative.js'

/** What a listener hears while the rest is still being written. */
export const streamingChecks: readonly ConformanceCheck[] = [
  {
    name: 'gives the first words before the last are there, where it says that it streams',
    async run(subject) {
      const tail = holdTail()
      const usesFetch = await subject.usesFetch()
      await using opened = usesFetch ? await subject.open('fresh', { fetch: tail.hold }) : await subject.open()
      if (!opened.provider.capabilities.streaming) return { notApplicable: 'capabilities.streaming is false' }
      const request = opened.requests[0]
      assert.ok(request)
      // What a provider asks only once is asked before.
      if (usesFetch) await readNarrative(subject, opened.provider, request)
      tail.begin()
      const before = { started: opened.work.started(), active: opened.work.active() }
      const iterator = await beginNarrative(subject, opened.provider, request, new AbortController().signal).catch((error: unknown) => {
        assert.fail(`It says that it streams, but gave no word before the whole answer was there: ${String(error)}`)
      })
      const isWorking = opened.work.active() > before.active
      const hasWorked = opened.work.started() > before.started
      tail.release()
      await iterator.return?.()
      if (!hasWorked) return { notApplicable: 'no work was seen: it uses no host.fetch, and options.work was not given' }
      assert.ok(isWorking, 'It says that it streams, but gave no word before its work was done')
      return undefined
    },
  },
]
