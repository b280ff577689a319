import { NarrativeError, type NarrativeHost } from '@linernotes/narrative-sdk'
import type { CallContext, StreamingChatModel } from '@linernotes/narrative-sdk/langchain'
import type { LlamaHostedConfig } from './config.js'
import { guardedFetch } from './guarded-fetch.js'
import { maxTokens, modelFor, structuredFields } from './model-fields.js'
import { toVendorError } from './to-vendor-error.js'

/** A vendor's chat model of @langchain/community, loaded by its subpath: the one that honours a signal, streams, and says why it stopped. */
export async function openCommunityModel(config: LlamaHostedConfig, host: NarrativeHost, context: CallContext): Promise<StreamingChatModel> {
  if (config.vendor !== 'community/togetherai') {
    throw new NarrativeError('misconfigured', `narratives.llama-hosted.vendor: expected 'community/togetherai', not ${JSON.stringify(config.vendor)}`)
  }
  try {
    const { ChatTogetherAI } = await import('@langchain/community/chat_models/togetherai')
    const model = new ChatTogetherAI({
      model: modelFor(config, context.request),
      ...(config.apiKey === undefined ? {} : { apiKey: config.apiKey }),
      temperature: config.temperature,
      maxTokens: maxTokens(context),
      maxRetries: 0,
      // Nobody asked Together: it takes what it documents.
      modelKwargs: structuredFields(config.structuredOutput === 'auto' ? 'response_format' : config.structuredOutput, context.prompt.schema),
    })
    // Its constructor fixes the address and takes no fetch; the client is made of this on the first call.
    Object.assign(Reflect.get(model, 'clientConfig') as object, {
      fetch: guardedFetch(host.fetch, { hasKey: true, streaming: config.streaming }),
      logLevel: 'off',
      ...(config.baseUrl === undefined ? {} : { baseURL: config.baseUrl }),
    })
    return model
  } catch (cause) {
    throw toVendorError(config.vendor, cause)
  }
}
