// Narratives from a hosted Llama behind any OpenAI-compatible endpoint.
import { definePlugin } from '@linernotes/narrative-sdk'
import { config } from './config.js'

export default definePlugin({
  key: 'llama-hosted',
  displayName: 'Hosted Llama',
  version: '0.1.0',
  config,
  create: async (options, host) => {
    const { createProvider } = await import('./provider.js')
    return createProvider(options, host)
  },
})
