import type { NarrativePart, NarrativePlugin, NarrativeProvider } from '../../index.js'
import { obedientProvider, providerPlugin } from '../../testing/index.js'
import type { ConformanceOptions } from '../index.js'
import { altered, flawed } from './flaws.js'

export interface ClumsyFlaw {
  readonly plugin: readonly [NarrativePlugin, ConformanceOptions]
  readonly fails: string
  /** What an author reads: what was expected, what came, and the remedy. */
  readonly says: readonly string[]
}

const narrate = (write: unknown): [NarrativePlugin, ConformanceOptions] => flawed(() => ({ narrate: write as NarrativeProvider['narrate'] }))

/** Parts whose first step is this. */
const stepping = (next: () => Promise<never>) => () => ({ [Symbol.asyncIterator]: () => ({ next }) })
async function fail(error: unknown): Promise<never> {
  throw error
}
const failing = (error: unknown) => stepping(() => fail(error))

const created = (provider: unknown): [NarrativePlugin, ConformanceOptions] => [providerPlugin('clumsy', () => provider as NarrativeProvider), {}]

const without = (name: keyof NarrativeProvider): [NarrativePlugin, ConformanceOptions] => created({ ...obedientProvider(), [name]: undefined })

const frame = 'gives exactly one start first and one end last'
const sentences = 'writes text, and ends every sentence of a complete narrative'
const shape = 'gives a provider that can narrate, tell its health and be closed'

/** Moves the parts of the obedient provider about. */
function reordered(order: (parts: NarrativePart[]) => readonly NarrativePart[]): [NarrativePlugin, ConformanceOptions] {
  return flawed((good) => ({
    async *narrate(request, options) {
      yield* order(await Array.fromAsync(good.narrate(request, options)))
    },
  }))
}

/** What people write in their first hour, in JavaScript, where no type holds them up. */
export const clumsyFlaws: Readonly<Record<string, ClumsyFlaw>> = {
  'throws a string': {
    plugin: narrate(failing('boom')),
    fails: frame,
    says: ['it threw the string "boom"', 'no NarrativeError', "throw new NarrativeError('unavailable', 'what happened, and what to do', { cause: error })"],
  },
  'throws a namesake': {
    plugin: narrate(failing(Object.assign(new Error('down'), { name: 'NarrativeError', code: 'unavailable' }))),
    fails: frame,
    says: ['Error: down', 'called NarrativeError, and is not of the class of the SDK', 'of @linernotes/narrative-sdk'],
  },
  'throws at once what is no error': {
    plugin: narrate(() => {
      throw null
    }),
    fails: frame,
    says: ['It threw null'],
  },
  'gives a promise': {
    plugin: narrate(async () => 'A fine song.'),
    fails: frame,
    says: ['narrate() returned a promise (an async function gives one)', 'expected an AsyncIterable of parts', 'async *narrate(request, { signal })'],
  },
  'gives a promise that rejects': {
    plugin: narrate(async () => {
      throw new TypeError('too late')
    }),
    fails: frame,
    says: ['narrate() returned a promise', 'async *narrate(request, { signal })'],
  },
  'gives a list': { plugin: narrate(() => []), fails: frame, says: ['narrate() returned an array of 0', 'async *narrate(request, { signal })'] },
  'gives nothing': { plugin: narrate(() => undefined), fails: frame, says: ['narrate() returned undefined'] },
  'gives text for parts': {
    plugin: narrate(async function* () {
      yield 'A fine song.'
    }),
    fails: frame,
    says: ['It gave the string "A fine song." for a part', "yield { type: 'text-delta', text: '...' }"],
  },
  'begins with text': {
    plugin: altered((part) => (part.type === 'narrative-start' ? [] : [part])),
    fails: frame,
    says: ['The first part is {"type":"text-delta"', 'expected narrative-start', "yield { type: 'narrative-start', model, warnings: [] } before everything else"],
  },
  'starts for every sentence': {
    plugin: altered((part) => (part.type === 'sentence-end' ? [part, { type: 'narrative-start', model: 'm', warnings: [] }] : [part])),
    fails: frame,
    says: ['More than one start: part ', 'expected exactly one', 'outside of loops'],
  },
  'writes on after the end': {
    plugin: reordered((parts) => [...parts, { type: 'text-delta', text: 'P.S.' }]),
    fails: frame,
    says: ['after narrative-end came {"type":"text-delta","text":"P.S."}', 'expected nothing', 'and return'],
  },
  'ends in silence': {
    plugin: altered((part) => (part.type === 'narrative-end' ? [] : [part])),
    fails: frame,
    says: ['There is no narrative-end: the last part is {"type":"sentence-end"', "yield { type: 'narrative-end', finish: 'complete', usage }"],
  },
  'cites before it writes': {
    plugin: reordered((parts) => parts.toSorted((one, other) => rank(one) - rank(other))),
    fails: sentences,
    says: ['A sentence-end, number 1, came before its text', 'yield the words first, then the ids of their facts'],
  },
  'leaves its last words open': {
    plugin: reordered((parts) => [...parts.slice(0, -1), { type: 'text-delta', text: ' And so on.' }, ...parts.slice(-1)]),
    fails: sentences,
    says: ['The last sentence has no end: before narrative-end came {"type":"text-delta","text":" And so on."}', 'after the text of each sentence'],
  },
  'waits for ever before it begins': {
    plugin: narrate(stepping(() => new Promise(() => undefined))),
    fails: frame,
    says: ['did not end within 400 ms: no part came', 'expected narrative-start at once', 'needs an end of its own, and the signal'],
  },
  'waits for ever in the middle': {
    plugin: flawed((good) => ({
      async *narrate(request, options) {
        for await (const part of good.narrate(request, options)) {
          yield part
          if (part.type === 'sentence-end') await new Promise(() => undefined)
        }
      },
    })),
    fails: frame,
    says: ['the last part, number ', '{"type":"sentence-end"', 'expected narrative-end'],
  },
  'goes on for ever': {
    plugin: narrate(async function* () {
      yield { type: 'narrative-start', model: 'm', warnings: [] }
      for (;;) yield { type: 'text-delta', text: 'la ' }
    }),
    fails: frame,
    says: ['does not end: it gave 20000 parts, the last {"type":"text-delta","text":"la "}', "yield { type: 'narrative-end'"],
  },
  'stays after its end': {
    plugin: flawed((good) => ({
      async *narrate(request, options) {
        yield* good.narrate(request, options)
        await new Promise(() => undefined)
      },
    })),
    fails: frame,
    says: ['narrative-end came, and the iteration goes on', 'return after narrative-end'],
  },
  'writes on after the abort': {
    plugin: flawed((good) => ({ narrate: (request) => good.narrate(request, { signal: new AbortController().signal }) })),
    fails: 'rejects with the reason itself, and stops the work, if aborted half-way',
    says: ['aborted after its first words, it gave {"type":"text-delta"', 'expected signal.reason', 'signal.throwIfAborted()', 'hand the signal on to fetch'],
  },
  'hangs after the abort': {
    plugin: flawed((good) => ({
      async *narrate(request) {
        for await (const part of good.narrate(request, { signal: new AbortController().signal })) {
          yield part
          if (part.type === 'text-delta') await new Promise((resolve) => setTimeout(resolve, 300))
        }
      },
    })),
    fails: 'rejects with the reason itself, and stops the work, if aborted half-way',
    says: ['deaf to the abort: aborted after its first words, it did not reject within 100 ms', 'signal.throwIfAborted()'],
  },
  'throws an AbortError of its own': {
    plugin: flawed((good) => ({
      async *narrate(request, { signal }) {
        const own = new AbortController()
        signal.addEventListener('abort', () => own.abort())
        yield* good.narrate(request, { signal: own.signal })
      },
    })),
    fails: 'rejects with the reason itself, and stops the work, if aborted half-way',
    says: ['it threw DOMException: This operation was aborted', 'expected signal.reason itself, the same object', 'wrap it in nothing'],
  },
  'makes nothing': { plugin: created(undefined), fails: shape, says: ['create() gave undefined', 'return { capabilities, narrate, health, [Symbol.asyncDispose] }'] },
  'has no capabilities': { plugin: without('capabilities'), fails: shape, says: ['provider.capabilities is undefined', 'completeCapabilities({'] },
  'cannot narrate': { plugin: without('narrate'), fails: shape, says: ['provider.narrate is undefined', 'async *narrate(request, { signal })'] },
  'has no health': { plugin: without('health'), fails: shape, says: ['provider.health is undefined', 'async health({ signal })'] },
  'cannot be closed': { plugin: without(Symbol.asyncDispose), fails: shape, says: ['provider[Symbol.asyncDispose] is undefined', '[Symbol.asyncDispose]: async () => undefined'] },
  'says of its health only how it is': {
    plugin: flawed(() => ({ health: (() => 'fine') as never })),
    fails: 'tells its health cheaply, without narrating',
    says: ['Health is the string "fine"', 'expected { state:'],
  },
  'leaves the usage out': {
    plugin: altered((part) => (part.type === 'narrative-end' ? [{ ...part, usage: undefined as never }] : [part])),
    fails: 'reports usage as numbers, and null where it is not known',
    says: ['usage is undefined', 'null where it is not known'],
  },
  'trips while it is made': {
    plugin: [providerPlugin('clumsy', () => JSON.parse('{') as NarrativeProvider), {}],
    fails: shape,
    says: ['It threw SyntaxError', 'clumsy-flaws.ts'],
  },
}

/** Start, sentence-ends, text, end. */
function rank(part: NarrativePart): number {
  return ['narrative-start', 'sentence-end', 'text-delta', 'narrative-end'].indexOf(part.type)
}
