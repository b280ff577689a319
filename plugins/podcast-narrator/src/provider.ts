import {
  checkRequest,
  NarrativeError,
  type Capabilities,
  type NarrativeHost,
  type NarrativePart,
  type NarrativeProvider,
  type NarrativeRequest,
} from '@linernotes/narrative-sdk'
import { askWriter, type Framing } from './ask-writer.js'
import { Pitch, type Line } from './compose-pitch.js'
import type { PodcastConfig } from './config.js'

/** Words that the writer needs at least: fewer are a stump. */
const leastFraming = 6

/** Quotes by rules; a writer, where one is named, may write the sentence before the quote. The writer belongs to the host, which closes it. */
export async function createPodcastNarrator(config: PodcastConfig, host: NarrativeHost): Promise<NarrativeProvider> {
  const writer = config.writer === null ? null : await host.provider(config.writer)
  const capabilities: Capabilities = {
    kinds: ['episode'],
    styles: ['blurb', 'dj', 'pitch'],
    languages: ['en'],
    streaming: true,
    structuredOutput: false,
    seed: writer?.capabilities.seed ?? true,
    maxInputTokens: null,
    locality: writer?.capabilities.locality ?? 'on-device',
    realisation: writer === null ? 'rules' : writer.capabilities.realisation,
    promptVersion: ['podcast-en-4', ...(writer === null ? [] : [writer.capabilities.promptVersion])].join('+'),
    maxConcurrency: writer?.capabilities.maxConcurrency ?? null,
  }

  /** A writer that fails or declines costs the episode nothing: the phrases are there. */
  async function frame(request: NarrativeRequest, pitch: Pitch, signal: AbortSignal): Promise<{ framing: Framing | null; warnings: readonly string[] }> {
    const words = pitch.maxWords - (pitch.proof?.words ?? 0)
    if (writer === null || pitch.quote === null || words < leastFraming) return { framing: null, warnings: [] }
    try {
      const framing = await askWriter(writer, request, { quote: pitch.quote, words, signal })
      return { framing, warnings: framing === null ? [`${config.writer} wrote no sentence that can stand before a quote`] : [] }
    } catch (error) {
      signal.throwIfAborted()
      host.log('podcast-narrator.writer-failed', { writer: config.writer, code: NarrativeError.isInstance(error) ? error.code : 'internal', error })
      return { framing: null, warnings: [`${config.writer} failed: ${error instanceof Error ? error.message : String(error)}`] }
    }
  }

  async function* narrate(request: NarrativeRequest, signal: AbortSignal): AsyncGenerator<NarrativePart> {
    signal.throwIfAborted()
    const wishes = checkRequest(request, capabilities)
    const pitch = new Pitch(request)
    const { framing, warnings } = await frame(request, pitch, signal)
    signal.throwIfAborted()
    const lines: readonly Line[] = framing === null ? pitch.sentences : pitch.framedBy(framing)
    if (lines.length === 0) throw new NarrativeError('unsupported', `Nothing true can be said of this episode in ${request.maxWords} words; raise maxWords.`)
    yield { type: 'narrative-start', model: framing?.model ?? 'phrases', warnings: [...wishes, ...warnings], realisation: framing?.realisation ?? 'rules' }
    for (const [index, line] of lines.entries()) {
      signal.throwIfAborted()
      yield { type: 'text-delta', text: index === 0 ? line.text : ` ${line.text}` }
      signal.throwIfAborted()
      yield { type: 'sentence-end', factIds: line.factIds }
    }
    signal.throwIfAborted()
    // What the writer used up is in the writer's own account, if anywhere: nothing is known here.
    yield {
      type: 'narrative-end',
      finish: 'complete',
      usage: { inputTokens: null, outputTokens: null, cachedInputTokens: null, costMicroUsd: framing === null ? 0 : null },
    }
  }

  return {
    capabilities,
    narrate: (request, { signal }) => narrate(request, signal),
    async health({ signal }) {
      signal.throwIfAborted()
      if (writer === null) return { state: 'up', detail: null }
      const health = await writer.health({ signal })
      if (health.state === 'up' || health.state === 'warming') return { state: 'up', detail: null }
      return { state: 'degraded', detail: `writes without ${config.writer}: ${health.detail ?? health.state}` }
    },
    async [Symbol.asyncDispose]() {},
  }
}
