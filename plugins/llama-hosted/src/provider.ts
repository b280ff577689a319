import type { NarrativeHost, NarrativeProvider } from '@linernotes/narrative-sdk'
import { fromChatModel } from '@linernotes/narrative-sdk/langchain'
import { checkHealth } from './check-health.js'
import type { LlamaHostedConfig } from './config.js'
import { explainError } from './explain-error.js'
import { localityOf } from './locality.js'
import { missingBaseUrl, openChatModel } from './open-chat-model.js'

/** A hosted Llama as a narrative provider. Nothing is loaded or asked before the first narrative. */
export function createProvider(config: LlamaHostedConfig, host: NarrativeHost): NarrativeProvider {
  return fromChatModel((context) => openChatModel(config, host, context), {
    model: config.model,
    capabilities: {
      languages: config.languages,
      streaming: config.streaming,
      structuredOutput: config.structured !== 'none' && (config.vendor === 'openai-compatible' || config.vendor.startsWith('community/')),
      seed: config.seed,
      maxInputTokens: config.maxInputTokens,
      maxConcurrency: config.maxConcurrency,
      locality: localityOf(config.baseUrl),
    },
    callOptions: ({ request }) => (config.seed && request.seed !== null ? { seed: request.seed } : {}),
    timeoutMs: config.timeoutMs,
    idleTimeoutMs: config.idleTimeoutMs,
    queueLimit: config.maxConcurrency * 4,
    prices: config.prices,
    explain: (error) => explainError(error, config),
    now: host.now,
    log: host.log,
    health: async ({ signal }) => {
      if (config.baseUrl !== undefined) return checkHealth({ ...config, baseUrl: config.baseUrl }, host.fetch, signal)
      if (config.vendor === 'openai-compatible') return { state: 'down', detail: missingBaseUrl }
      return { state: 'up', detail: `The vendor ${config.vendor} is asked only when there is a narrative to write` }
    },
  })
}
