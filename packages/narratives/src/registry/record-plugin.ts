import { NarrativeError, type NarrativePart, type NarrativePlugin, type NarrativeRequest, type NarrativeUsage } from '@linernotes/narrative-sdk'
import { groundText } from '../grounding/ground-text.js'
import type { SentenceVerdict } from '../grounding/verdict.js'

/** What a provider said once, before anything was checked. Times in milliseconds. */
export interface RecordedAttempt {
  readonly provider: string
  readonly request: NarrativeRequest
  readonly model: string | null
  readonly warnings: readonly string[]
  /** As it ended them; text that it did not end cites nothing (null). */
  readonly sentences: readonly { readonly text: string; readonly factIds: readonly string[] | null }[]
  readonly usage: NarrativeUsage | null
  /** It said all that it had to say; false: it failed, or the reader had enough words. */
  readonly isComplete: boolean
  /** Why it failed; null: it did not. */
  readonly failure: { readonly code: string; readonly message: string; readonly retryAfterMs: number | null } | null
  readonly firstTextMs: number | null
  readonly latencyMs: number
}

/** The same plugin, whose narratives are told to `onAttempt` when they have ended, however they did. */
export function recordPlugin(plugin: NarrativePlugin, onAttempt: (attempt: RecordedAttempt) => void): NarrativePlugin {
  return {
    ...plugin,
    async create(config, host) {
      const provider = await plugin.create(config, host)
      return {
        get capabilities() {
          return provider.capabilities
        },
        narrate: (request, options) => record(plugin.key, request, provider.narrate(request, options), options.signal, onAttempt),
        health: (options) => provider.health(options),
        [Symbol.asyncDispose]: () => Promise.resolve(provider[Symbol.asyncDispose]()),
      }
    },
  }
}

/** What grounding says of each sentence of an attempt, by the facts of its own request. */
export function judgeAttempt({ request, sentences }: RecordedAttempt): readonly SentenceVerdict[] {
  if (sentences.length === 0) return []
  const text = sentences.map((sentence) => sentence.text).join('')
  return groundText(text, sentences, [...request.facts, ...request.passages], { maxWords: request.maxWords }).sentences
}

async function* record(
  key: string,
  request: NarrativeRequest,
  parts: AsyncIterable<NarrativePart>,
  signal: AbortSignal,
  onAttempt: (attempt: RecordedAttempt) => void,
): AsyncGenerator<NarrativePart> {
  const startedAt = performance.now()
  const sentences: { text: string; factIds: readonly string[] | null }[] = []
  let start: Extract<NarrativePart, { type: 'narrative-start' }> | null = null
  let usage: NarrativeUsage | null = null
  let failure: RecordedAttempt['failure'] = null
  let isComplete = false
  let firstTextMs: number | null = null
  let open = ''
  try {
    for await (const part of parts) {
      if (part.type === 'narrative-start') start = part
      else if (part.type === 'text-delta') {
        firstTextMs ??= Math.round(performance.now() - startedAt)
        open += part.text
      } else if (part.type === 'sentence-end') {
        sentences.push({ text: open, factIds: part.factIds })
        open = ''
      } else {
        // A reader need not come back after this one.
        isComplete = true
        usage = part.usage
      }
      yield part
    }
  } catch (error) {
    failure = describeFailure(error, signal)
    throw error
  } finally {
    if (open.trim() !== '') sentences.push({ text: open, factIds: null })
    const latencyMs = Math.round(performance.now() - startedAt)
    onAttempt({
      provider: key,
      request,
      model: start?.model ?? null,
      warnings: start?.warnings ?? [],
      sentences,
      usage,
      isComplete,
      failure,
      firstTextMs,
      latencyMs,
    })
  }
}

function describeFailure(error: unknown, signal: AbortSignal): RecordedAttempt['failure'] {
  if (signal.aborted && error === signal.reason) return { code: 'aborted', message: error instanceof Error ? error.message : String(error), retryAfterMs: null }
  if (NarrativeError.isInstance(error)) return { code: error.code, message: error.message, retryAfterMs: error.retryAfterMs }
  return { code: 'unbranded', message: error instanceof Error ? `${error.name}: ${error.message}` : String(error), retryAfterMs: null }
}
