import type { NarrativeProvider } from '@linernotes/narrative-sdk'
import type { LlamaMetrics } from './llama-process.js'

export interface LlamaLocalMetrics extends LlamaMetrics {
  /** Narratives that wait for their turn. */
  readonly waiting: number
}

const nothingYet: LlamaMetrics = { pid: null, rssBytes: null, running: 0, answers: 0, inputTokens: 0, cachedTokens: 0, outputTokens: 0, restarts: 0 }

/** Adds `metrics()` to a provider: those of its process, and how many narratives wait for it. */
export function countNarratives(provider: NarrativeProvider, read: () => LlamaMetrics | null): NarrativeProvider & { metrics(): LlamaLocalMetrics } {
  let open = 0
  return {
    capabilities: provider.capabilities,
    async *narrate(request, options) {
      open += 1
      try {
        yield* provider.narrate(request, options)
      } finally {
        open -= 1
      }
    },
    health: (options) => provider.health(options),
    metrics() {
      const metrics = read() ?? nothingYet
      return { ...metrics, waiting: Math.max(0, open - metrics.running) }
    },
    [Symbol.asyncDispose]: () => provider[Symbol.asyncDispose](),
  }
}
