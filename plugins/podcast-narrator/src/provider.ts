import { NarrativeError, type Capabilities, type NarrativeHost, type NarrativeProvider } from '@linernotes/narrative-sdk'
import { fromRunnable, type NarrativePrompt } from '@linernotes/narrative-sdk/langchain'
import type { PodcastConfig } from './config.js'
import { createPitchChain } from './pitch-chain.js'

const version = 'podcast-en-6'

/** Quotes by rules; a writer, where one is named, may write the sentence before the quote. The writer belongs to the host, which closes it. */
export async function createPodcastNarrator(config: PodcastConfig, host: NarrativeHost): Promise<NarrativeProvider> {
  const writer = config.writer === null ? null : await host.provider(config.writer)
  const prompt: NarrativePrompt = {
    version: [version, ...(writer === null ? [] : [writer.capabilities.promptVersion])].join('+'),
    // The chain reads the request itself; the writer has a prompt of its own.
    build: () => ({ messages: [], schema: {}, factIds: [], warnings: [] }),
  }
  const chain = createPitchChain(config.writer, writer, config.writerMs, host.log)
  const capabilities: Pick<Capabilities, 'locality'> & Partial<Capabilities> = {
    kinds: ['episode'],
    seed: writer?.capabilities.seed ?? true,
    locality: writer?.capabilities.locality ?? 'on-device',
    realisation: writer === null ? 'rules' : writer.capabilities.realisation,
    ...(writer?.capabilities.mode === undefined ? {} : { mode: writer.capabilities.mode }),
    maxConcurrency: writer?.capabilities.maxConcurrency ?? null,
  }
  return fromRunnable(chain, {
    model: 'phrases',
    capabilities,
    prompt,
    gives: 'parts',
    explain: (error) => (error.code === 'internal' ? new NarrativeError('internal', 'The podcast narrator failed', { cause: error.cause }) : error),
    now: host.now,
    log: host.log,
    async health({ signal }) {
      signal.throwIfAborted()
      if (writer === null) return { state: 'up', detail: null }
      const health = await writer.health({ signal })
      if (health.state === 'up' || health.state === 'warming') return { state: 'up', detail: null }
      return { state: 'degraded', detail: `writes without ${config.writer}: ${health.detail ?? health.state}` }
    },
  })
}
