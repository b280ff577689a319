import type { NarrativePart, NarrativePlugin, NarrativeProvider, NarrativeUsage } from '@linernotes/narrative-sdk'
import type { CitedText } from '../grounding/ground-text.js'
import type { WatchedAttempt } from './evaluated.js'

/** The same plugin, and somebody who reads along. Nothing of what passes is changed. */
export function watchPlugin(plugin: NarrativePlugin, onAttempt: (attempt: WatchedAttempt) => void): NarrativePlugin {
  return { ...plugin, create: async (config, host) => watchProvider(plugin.key, await plugin.create(config, host), onAttempt) }
}

function watchProvider(key: string, provider: NarrativeProvider, onAttempt: (attempt: WatchedAttempt) => void): NarrativeProvider {
  return {
    get capabilities() {
      return provider.capabilities
    },
    async *narrate(request, options) {
      const startedAt = performance.now()
      const elapsed = (): number => Math.round(performance.now() - startedAt)
      const notes = new PartNotes()
      try {
        for await (const part of provider.narrate(request, options)) {
          notes.add(part, elapsed())
          yield part
        }
      } finally {
        const { model, pieces, usage, timeToFirstTextMs } = notes
        onAttempt({ provider: key, capabilities: provider.capabilities, request, model, pieces, usage, timeToFirstTextMs, latencyMs: elapsed() })
      }
    },
    health: (options) => provider.health(options),
    [Symbol.asyncDispose]: () => provider[Symbol.asyncDispose](),
  }
}

/** What the parts said. They are a stranger's: what is malformed is the pipeline's business, and is left out here. */
class PartNotes {
  model: string | null = null
  readonly pieces: CitedText[] = []
  usage: NarrativeUsage | null = null
  timeToFirstTextMs: number | null = null
  #text = ''

  add(part: Partial<NarrativePart> | null, elapsedMs: number): void {
    if (part?.type === 'narrative-start') this.model = String(part.model)
    else if (part?.type === 'text-delta' && typeof part.text === 'string') {
      if (part.text !== '') this.timeToFirstTextMs ??= elapsedMs
      this.#text += part.text
    } else if (part?.type === 'sentence-end') this.#end(Array.isArray(part.factIds) ? part.factIds.map(String) : null)
    else if (part?.type === 'narrative-end') {
      if (part.finish !== 'length') this.#end(null)
      this.usage = part.usage ?? null
    }
  }

  #end(factIds: readonly string[] | null): void {
    if (this.#text.trim() !== '') this.pieces.push({ text: this.#text, factIds })
    this.#text = ''
  }
}
