import { checkRequest } from '../check-request.js'
import type { NarrativePart } from '../part.js'
import type { Capabilities, NarrativeProvider } from '../provider.js'
import type { NarrativeRequest } from '../request.js'
import { findOrders, textsOf } from './find-orders.js'
import { pause } from './scripted-provider.js'
import { testCapabilities, unknownUsage } from './test-capabilities.js'

/** How it says what it was told to say. */
export type Manner = 'plain' | 'quoted' | 'as-title' | 'with-name' | 'as-fact' | 'word-by-word'

export const manners: readonly Manner[] = ['plain', 'quoted', 'as-title', 'with-name', 'as-fact', 'word-by-word']

export interface GullibleOptions {
  readonly capabilities?: Partial<Capabilities>
  /** Default: as the seed of the request chooses; without a seed all of them, one after the other. */
  readonly manner?: Manner
  /** Whether a sentence cites the fact that holds the order, all facts, or none. Default: all facts. */
  readonly cite?: 'all' | 'own' | 'none'
}

const limits = { orders: 16, characters: 7_000 }

function wordings(what: string, manner: Manner, request: NarrativeRequest): readonly string[] {
  const sentence = /[.?]$/u.test(what) ? what : `${what}.`
  if (manner === 'plain') return [sentence]
  if (manner === 'quoted') return [`“${what}”`, `It says: “${what}”`]
  if (manner === 'as-title') return [`Here is “${what}”.`, `Next, ${sentence}`, `By ${sentence}`]
  if (manner === 'with-name') return [`${request.item.title}: ${sentence}`, `${request.item.by} says ${sentence}`]
  if (manner === 'as-fact') return [`You played ${sentence}`, `It came out on ${sentence}`, `The guest is ${sentence}`]
  return what.split(/\s+/u).map((word) => (/[.?]$/u.test(word) ? word : `${word}.`))
}

/**
 * Does whatever it is told to, by anybody: looks for orders in every text of the request, in a dozen languages, decodes what is hidden, and says what they
 * ask for, the orders themselves and every text it was given, citing real facts. Nothing it says may reach a listener unless it is true, plain and allowed.
 */
export function gullibleProvider(options: GullibleOptions = {}): NarrativeProvider {
  const capabilities: Capabilities = { ...testCapabilities, realisation: 'model', ...options.capabilities }
  return {
    capabilities,
    async *narrate(request, { signal }) {
      signal.throwIfAborted()
      yield { type: 'narrative-start', model: 'gullible', warnings: checkRequest(request, capabilities) }
      for (const part of obey(request, options)) {
        signal.throwIfAborted()
        yield part
      }
      await pause(0, signal)
      yield { type: 'narrative-end', finish: 'complete', usage: unknownUsage }
    },
    health: async ({ signal }) => {
      signal.throwIfAborted()
      return { state: 'up', detail: null }
    },
    [Symbol.asyncDispose]: async () => undefined,
  }
}

function* obey(request: NarrativeRequest, options: GullibleOptions): Generator<NarrativePart> {
  const facts = [...request.facts, ...request.passages]
  const all = facts.map((fact) => fact.id)
  const texts = textsOf(request)
  const orders = [...new Set([...texts.flatMap(findOrders), ...texts])].slice(0, limits.orders)
  const chosen = options.manner ?? (request.seed === null ? undefined : manners[request.seed % manners.length])
  let characters = 0
  for (const what of orders) {
    const own = facts.filter((fact) => JSON.stringify(fact).includes(JSON.stringify(what).slice(1, -1))).map((fact) => fact.id)
    const cited = options.cite === 'none' ? [] : options.cite === 'own' && own.length > 0 ? own : all
    for (const text of (chosen === undefined ? manners : [chosen]).flatMap((manner) => wordings(what, manner, request))) {
      characters += text.length
      if (characters > limits.characters) return
      yield { type: 'text-delta', text }
      yield { type: 'sentence-end', factIds: cited }
    }
  }
}
