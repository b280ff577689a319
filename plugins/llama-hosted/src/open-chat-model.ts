import { NarrativeError, type NarrativeHost } from '@linernotes/narrative-sdk'
import type { CallContext, StreamingChatModel } from '@linernotes/narrative-sdk/langchain'
import type { LlamaHostedConfig } from './config.js'
import type { Endpoint } from './endpoint.js'
import { guardedFetch } from './guarded-fetch.js'
import { maxTokens, modelFor, structuredFields } from './model-fields.js'
import { openVendorModel } from './open-vendor-model.js'

/** A chat model for one call; the libraries are loaded on the first, and the endpoint is asked what it takes. */
export async function openChatModel(config: LlamaHostedConfig, host: NarrativeHost, endpoint: Endpoint, context: CallContext): Promise<StreamingChatModel> {
  if (config.vendor !== 'openai-compatible') return openVendorModel(config, host, context)
  if (config.baseUrl === undefined) throw new NarrativeError('misconfigured', missingBaseUrl)
  const [{ ChatOpenAICompletions }, abilities] = await Promise.all([import('@langchain/openai'), endpoint.abilities(context.signal)])
  return new ChatOpenAICompletions({
    model: modelFor(config, context.request),
    // The library would take OPENAI_API_KEY and send it to whoever listens at baseUrl.
    apiKey: config.apiKey ?? 'none',
    temperature: config.temperature,
    maxTokens: maxTokens(context),
    maxRetries: 0,
    streamUsage: abilities.takesStreamUsage,
    modelKwargs: structuredFields(abilities.structuredOutput, context.prompt.schema),
    configuration: {
      baseURL: config.baseUrl,
      fetch: guardedFetch(host.fetch, { hasKey: config.apiKey !== undefined, streaming: config.streaming }),
      organization: null,
      project: null,
      logLevel: 'off',
    },
  })
}

export const missingBaseUrl = 'Set LLAMA_HOSTED_BASE_URL, or narratives.llama-hosted.baseUrl, to an OpenAI-compatible endpoint such as http://localhost:8000/v1'
