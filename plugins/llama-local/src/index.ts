// Narratives from a Llama on this machine, through llama.cpp in a process of its own.
import { definePlugin } from '@linernotes/narrative-sdk'
import { config } from './config.js'

export default definePlugin({
  key: 'llama-local',
  displayName: 'Llama on this machine',
  version: '0.1.0',
  config,
  async create(options, host) {
    const { createLlamaLocal } = await import('./provider.js')
    return createLlamaLocal(options, host)
  },
})
