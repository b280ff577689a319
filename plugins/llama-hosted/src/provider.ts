import type { NarrativeHost, NarrativeProvider } from '@linernotes/narrative-sdk'
import { fromChatModel } from '@linernotes/narrative-sdk/langchain'
import { checkHealth } from './check-health.js'
import type { LlamaHostedConfig } from './config.js'
import { Endpoint } from './endpoint.js'
import { explainError } from './explain-error.js'
import { localityOf } from './locality.js'
import { modelFor } from './model-fields.js'
import { missingBaseUrl, openChatModel } from './open-chat-model.js'

/** A hosted Llama as a narrative provider. Nothing is loaded or asked before the first narrative. */
export function createProvider(config: LlamaHostedConfig, host: NarrativeHost): NarrativeProvider {
  const endpoint = new Endpoint(config, host)
  const models = [...new Set([config.model, ...Object.values(config.modelFor)])]
  return fromChatModel((context) => openChatModel(config, host, endpoint, context), {
    model: config.model,
    mode: config.mode,
    capabilities: {
      languages: config.languages,
      streaming: config.streaming,
      structuredOutput: config.structuredOutput !== 'none' && (config.vendor === 'openai-compatible' || config.vendor.startsWith('community/')),
      seed: config.seed,
      maxInputTokens: config.maxInputTokens,
      maxConcurrency: config.maxConcurrency,
      locality: localityOf(config.baseUrl),
    },
    callOptions: ({ request }) => (config.seed && request.seed !== null ? { seed: request.seed } : {}),
    timeoutMs: config.timeoutMs,
    idleTimeoutMs: config.idleTimeoutMs,
    queueLimit: config.maxConcurrency * 4,
    forRequest: (request) => {
      const model = modelFor(config, request)
      return { model, prices: config.modelPrices[model] ?? config.prices }
    },
    explain: (error) => {
      if (error.code === 'misconfigured') endpoint.forget()
      return explainError(error, config)
    },
    now: host.now,
    log: host.log,
    health: async ({ signal }) => {
      if (config.baseUrl !== undefined)
        return checkHealth({ apiKey: config.apiKey, baseUrl: config.baseUrl, models, learned: endpoint.learned }, host.fetch, signal)
      if (config.vendor === 'openai-compatible') return { state: 'down', detail: missingBaseUrl }
      return { state: 'up', detail: `The vendor ${config.vendor} is asked only when there is a narrative to write` }
    },
  })
}
