import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { NarrativeError, type NarrativePart } from '../../index.js'
import { altered, flawed, type Flaw } from './flaws.js'

const strictRequest = z.strictObject({
  ...Object.fromEntries(
    ['kind', 'style', 'language', 'maxWords', 'spoilerFree', 'seed', 'item', 'reasons', 'facts', 'passages', 'avoid', 'refusals'].map((key) => [
      key,
      z.unknown(),
    ]),
  ),
  guidelines: z.unknown().optional(),
  examples: z.unknown().optional(),
})

/** Providers that break a promise about what comes later, at once or first. */
export const contractFlaws: Readonly<Record<string, Flaw>> = {
  'refuses fields that it does not know': {
    plugin: flawed((good) => ({
      narrate(request, options) {
        if (!strictRequest.safeParse(request).success) throw new NarrativeError('unsupported', 'unknown field')
        return good.narrate(request, options)
      },
    })),
    fails: 'ignores fields of the request that it does not know',
  },
  'trips over examples': {
    plugin: flawed((good) => ({
      async *narrate(request, options) {
        if (request.examples !== undefined) throw new NarrativeError('internal', 'no room')
        yield* good.narrate(request, options)
      },
    })),
    fails: 'narrates with guidelines, examples, texts to avoid and earlier refusals',
  },
  'thinks aloud': {
    plugin: altered((part) => (part.type === 'sentence-end' ? [part, { type: 'thought', text: 'Hm.' } as unknown as NarrativePart] : [part])),
    fails: 'gives parts of the form of the contract and no others',
    also: ['writes text, and ends every sentence of a complete narrative'],
  },
  'warns with an object': {
    plugin: altered((part) => (part.type === 'narrative-start' ? [{ ...part, warnings: [{}] as unknown as string[] }] : [part])),
    fails: 'gives parts of the form of the contract and no others',
  },
  'asks the world behind the back of its host': {
    plugin: flawed((good) => ({
      async *narrate(request, options) {
        options.signal.throwIfAborted()
        if (request.seed === null) await fetch('data:text/plain,hello').catch(() => undefined)
        yield* good.narrate(request, options)
      },
    })),
    fails: 'reaches the network through the fetch of its host only',
  },
  'does not hear who waits in its queue': {
    plugin: flawed((good) => {
      let last = Promise.resolve()
      return {
        capabilities: { ...good.capabilities, maxConcurrency: 1 },
        async *narrate(request, options) {
          options.signal.throwIfAborted()
          const before = last
          const left = Promise.withResolvers<void>()
          last = left.promise
          try {
            await before
            yield* good.narrate(request, options)
          } finally {
            left.resolve()
          }
        },
      }
    }),
    fails: 'rejects with the reason itself if aborted in the queue, and leaves those before it alone',
    also: ['rejects with the reason itself, and stops the work, if aborted before the first word'],
  },
  'stops everybody when one is stopped': {
    plugin: flawed((good) => {
      let stop = new AbortController()
      return {
        async *narrate(request, { signal }) {
          signal.throwIfAborted()
          const mine = stop
          signal.addEventListener('abort', () => {
            mine.abort(signal.reason)
            stop = new AbortController()
          })
          yield* good.narrate(request, { signal: mine.signal })
        },
      }
    }),
    fails: 'goes on with a narrative when another is aborted',
  },
  'is deaf before the first word': {
    plugin: flawed((good) => ({
      async *narrate(request, options) {
        const iterator = good.narrate(request, options)[Symbol.asyncIterator]()
        const first = await iterator.next()
        if (first.done === true) return
        yield first.value
        await sleep(250)
        try {
          for (let part = await iterator.next(); part.done !== true; part = await iterator.next()) yield part.value
        } finally {
          await iterator.return?.()
        }
      },
    })),
    fails: 'rejects with the reason itself, and stops the work, if aborted before the first word',
    isBroad: true,
  },
  'writes only when its work is done': {
    plugin: flawed((good) => ({
      async *narrate(request, options) {
        const parts: NarrativePart[] = []
        for await (const part of good.narrate(request, options)) parts.push(part)
        options.signal.throwIfAborted()
        for (const part of parts) {
          yield part
          options.signal.throwIfAborted()
        }
      },
    })),
    fails: 'gives the first words before the last are there, where it says that it streams',
  },
}
