import { checkRequest } from '../check-request.js'
import type { NarrativeFact } from '../fact.js'
import type { NarrativePart } from '../part.js'
import type { Capabilities, NarrativeProvider } from '../provider.js'
import type { NarrativeRequest } from '../request.js'
import { pause } from './scripted-provider.js'
import { testCapabilities, unknownUsage } from './test-capabilities.js'

export interface ObedientOptions {
  readonly capabilities?: Partial<Capabilities>
  /** Between two words. Default 0: the event loop turns once. */
  readonly wordDelayMs?: number
  /** How it words a fact; default: the statement of the fact. */
  readonly word?: (fact: NarrativeFact, request: NarrativeRequest) => string
  /** Told when work begins and when it has stopped. */
  readonly onWork?: (change: 'started' | 'stopped') => void
}

/** Keeps every promise of the contract: says the facts of the first reason and the item, true word by word, a word at a time. */
export function obedientProvider(options: ObedientOptions = {}): NarrativeProvider {
  const capabilities: Capabilities = { ...testCapabilities, seed: true, ...options.capabilities }
  return {
    capabilities,
    async *narrate(request, { signal }) {
      signal.throwIfAborted()
      const warnings = checkRequest(request, capabilities)
      options.onWork?.('started')
      try {
        for (const part of sentenceParts(request, warnings, options)) {
          await pause(options.wordDelayMs ?? 0, signal)
          yield part
        }
      } finally {
        options.onWork?.('stopped')
      }
    },
    health: async ({ signal }) => {
      signal.throwIfAborted()
      return { state: 'up', detail: null }
    },
    [Symbol.asyncDispose]: async () => undefined,
  }
}

function* sentenceParts(request: NarrativeRequest, warnings: readonly string[], options: ObedientOptions): Generator<NarrativePart> {
  yield { type: 'narrative-start', model: 'obedient', warnings }
  const reason = new Set(request.reasons[0]?.factIds)
  const told = request.facts.filter((fact, index) => index === 0 || reason.has(fact.id)).slice(0, 3)
  for (const [index, fact] of told.entries()) {
    const sentence = (options.word?.(fact, request) ?? fact.statement)
      .toWellFormed()
      .replaceAll(/[\s\p{Cc}]+/gu, ' ')
      .trim()
    for (const [position, word] of sentence.slice(0, 400).split(' ').entries()) {
      yield { type: 'text-delta', text: index + position === 0 ? word : ` ${word}` }
    }
    yield { type: 'sentence-end', factIds: [fact.id] }
  }
  yield { type: 'narrative-end', finish: 'complete', usage: unknownUsage }
}
