import { setTimeout as sleep } from 'node:timers/promises'
import { NarrativeError, type NarrativePart, type NarrativePlugin, type NarrativeProvider } from '../../index.js'
import { obedientProvider, providerPlugin, sampleTrackRequest, unknownUsage } from '../../testing/index.js'
import type { ConformanceOptions } from '../index.js'
import { workCounter } from './work-counter.js'

const end: NarrativePart = { type: 'narrative-end', finish: 'complete', usage: unknownUsage }

/** The obedient provider with one promise broken. */
export function flawed(flaw: (good: NarrativeProvider, work: ReturnType<typeof workCounter>) => Partial<NarrativeProvider>): [NarrativePlugin, ConformanceOptions] {
  const work = workCounter()
  const plugin = providerPlugin('flawed', () => {
    const good = obedientProvider({ onWork: work.onWork, wordDelayMs: 1 })
    return { ...good, ...flaw(good, work) }
  })
  return [plugin, { work, narrativeMs: 400, stopMs: 100, requests: [sampleTrackRequest] }]
}

/** Replaces, drops or repeats parts. */
export function altered(alter: (part: NarrativePart) => readonly NarrativePart[]): [NarrativePlugin, ConformanceOptions] {
  return flawed((good) => ({
    async *narrate(request, options) {
      for await (const part of good.narrate(request, options)) yield* alter(part)
    },
  }))
}

const never = new AbortController().signal

export interface Flaw {
  readonly plugin: [NarrativePlugin, ConformanceOptions]
  /** The check that is meant for it. */
  readonly fails: string
  /** Others that have to notice it, too, because the same promise is a part of theirs. */
  readonly also?: readonly string[]
  /** It breaks what most promises rest on: many other checks notice. */
  readonly isBroad?: true
}

/** Providers that break one promise each, and the checks that have to notice. */
export const flaws: Record<string, Flaw> = {
  'is deaf to the abort': {
    plugin: flawed((good) => ({ narrate: (request) => good.narrate(request, { signal: never }) })),
    fails: 'rejects with the reason itself, and stops the work, if aborted half-way', isBroad: true,
  },
  'looks at the signal too late': {
    plugin: flawed((good) => ({
      async *narrate(request, { signal }) {
        yield* good.narrate(request, { signal: never })
        signal.throwIfAborted()
      },
    })),
    fails: 'rejects with the reason itself, before any work, if aborted before', isBroad: true,
  },
  'is deaf while it waits': {
    plugin: flawed((good) => ({
      async *narrate(request, { signal }) {
        signal.throwIfAborted()
        await sleep(300)
        yield* good.narrate(request, { signal })
      },
    })),
    fails: 'rejects at once if aborted while it is waiting', isBroad: true,
  },
  'wraps the reason': {
    plugin: flawed((good) => ({
      async *narrate(request, options) {
        try {
          yield* good.narrate(request, options)
        } catch (cause) {
          throw new NarrativeError('internal', 'aborted', { cause })
        }
      },
    })),
    fails: 'rejects with the reason itself, and stops the work, if aborted half-way', isBroad: true,
  },
  'leaks work after a break': {
    plugin: flawed((_good, work) => ({
      async *narrate(request, { signal }) {
        signal.throwIfAborted()
        work.onWork('started')
        const inner = obedientProvider().narrate(request, { signal })
        yield* inner
        work.onWork('stopped')
      },
    })),
    fails: 'stops the work when the reader breaks off', isBroad: true,
  },
  'is silent': { plugin: altered((part) => (part.type === 'text-delta' ? [] : [part])), fails: 'writes text, and ends every sentence of a complete narrative', isBroad: true },
  'leaves the last sentence open': {
    plugin: altered((part) => (part.type === 'sentence-end' ? [] : [part])),
    fails: 'writes text, and ends every sentence of a complete narrative',
  },
  'invents ids': {
    plugin: altered((part) => [part.type === 'sentence-end' ? { ...part, factIds: ['F99'] } : part]),
    fails: 'cites only facts of the request', also: ['keeps narratives apart that are written at once'],
  },
  'has no start': { plugin: altered((part) => (part.type === 'narrative-start' ? [] : [part])), fails: 'gives exactly one start first and one end last', also: ['keeps narratives apart that are written at once'] },
  'ends twice': { plugin: altered((part) => (part.type === 'narrative-end' ? [part, end] : [part])), fails: 'gives exactly one start first and one end last', also: ['keeps narratives apart that are written at once', 'writes text, and ends every sentence of a complete narrative'] },
  'just stops': { plugin: altered((part) => (part.type === 'narrative-end' ? [] : [part])), fails: 'gives exactly one start first and one end last', also: ['keeps narratives apart that are written at once', 'reports usage as numbers, and null where it is not known'] },
  'never ends': {
    plugin: flawed((good) => ({
      async *narrate(request, options) {
        yield* good.narrate(request, options)
        await new Promise(() => undefined)
      },
    })),
    fails: 'gives exactly one start first and one end last', isBroad: true,
  },
  'forgets the spaces': {
    plugin: altered((part) => [part.type === 'text-delta' ? { ...part, text: part.text.trim() } : part]),
    fails: 'joins its deltas into clean text',
  },
  'writes lines': {
    plugin: altered((part) => [part.type === 'text-delta' ? { ...part, text: `${part.text}\n` } : part]),
    fails: 'joins its deltas into clean text',
  },
  'calls unknown usage zero': {
    plugin: altered((part) => [
      part.type === 'narrative-end' ? { ...part, usage: { inputTokens: 0, outputTokens: 0, cachedInputTokens: 0, costMicroUsd: 0 } } : part,
    ]),
    fails: 'reports usage as numbers, and null where it is not known',
  },
  'ignores a seed in silence': {
    plugin: flawed((good) => ({ capabilities: { ...good.capabilities, seed: false } })),
    fails: 'honours a seed, or warns',
  },
  'writes in any language': {
    plugin: flawed((good) => ({ narrate: (request, options) => good.narrate({ ...request, language: 'en' }, options) })),
    fails: 'refuses kinds, styles and languages that it cannot write as unsupported',
  },
  'throws raw errors': {
    plugin: flawed((good) => ({
      async *narrate(request, { signal }) {
        signal.throwIfAborted()
        if (request.facts.length > 100) throw new TypeError('Cannot read properties of undefined')
        yield* good.narrate(request, { signal })
      },
    })),
    fails: 'survives hostile text',
  },
  'mixes narratives up': {
    plugin: flawed((good) => {
      const shared: NarrativePart[] = []
      return {
        async *narrate(request, options) {
          shared.length = 0
          for await (const part of good.narrate(request, options)) shared.push(part)
          yield* shared
        },
      }
    }),
    fails: 'keeps narratives apart that are written at once', isBroad: true,
  },
  'narrates for its health': {
    plugin: flawed((good) => ({
      async health({ signal }) {
        signal.throwIfAborted()
        for await (const part of good.narrate(sampleTrackRequest, { signal })) if (part.type === 'narrative-end') break
        return { state: 'up', detail: null }
      },
    })),
    fails: 'tells its health cheaply, without narrating',
  },
  'asks for health although aborted': {
    plugin: flawed(() => ({ health: async () => ({ state: 'up', detail: null }) })),
    fails: 'rejects health with the reason itself if aborted before',
  },
  'can be disposed once': {
    plugin: flawed(() => {
      let isDisposed = false
      return {
        [Symbol.asyncDispose]: async () => {
          if (isDisposed) throw new Error('already disposed')
          isDisposed = true
        },
      }
    }),
    fails: 'may be disposed twice, also while it narrates',
  },
  'has empty capabilities': { plugin: flawed((good) => ({ capabilities: { ...good.capabilities, languages: [] } })), fails: 'declares complete capabilities', isBroad: true },
}

