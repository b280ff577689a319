import type { NarrativeHost } from '@linernotes/narrative-sdk'
import type { CallContext, StreamingChatModel } from '@linernotes/narrative-sdk/langchain'
import type { LlamaHostedConfig } from './config.js'
import { guardedFetch } from './guarded-fetch.js'
import { maxTokens, modelFor } from './model-fields.js'
import { openCommunityModel } from './open-community-model.js'
import { toVendorError } from './to-vendor-error.js'

/** A vendor's own protocol through LangChain's initChatModel; its package has to be installed beside this plugin. */
export async function openVendorModel(config: LlamaHostedConfig, host: NarrativeHost, context: CallContext): Promise<StreamingChatModel> {
  if (config.vendor.startsWith('community/')) return openCommunityModel(config, host, context)
  const { initChatModel } = await import('langchain')
  try {
    return await initChatModel(modelFor(config, context.request), {
      modelProvider: config.vendor,
      temperature: config.temperature,
      maxTokens: maxTokens(context),
      maxRetries: 0,
      ...(config.apiKey === undefined ? {} : { apiKey: config.apiKey }),
      ...(config.baseUrl === undefined ? {} : { baseUrl: config.baseUrl }),
      configuration: {
        fetch: guardedFetch(host.fetch, { hasKey: true, streaming: config.streaming }),
        ...(config.baseUrl === undefined ? {} : { baseURL: config.baseUrl }),
      },
    })
  } catch (cause) {
    throw toVendorError(config.vendor, cause)
  }
}
