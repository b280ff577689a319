// Narratives from a Llama on this machine, through llama.cpp in a process of its own.
import { definePlugin } from '@linernotes/narrative-sdk'
import { config } from './config.js'

const plugin = definePlugin({
  key: 'llama-local',
  displayName: 'Llama on this machine',
  version: '0.1.0',
  config,
  async create(options, host) {
    const { createLlamaLocal } = await import('./provider.js')
    return createLlamaLocal(options, host)
  },
})

export default plugin

/**
 * The same plugin under another key, with options, process and state of its own: one more model beside the first. In linernotes.config.ts:
 * `() => import('@linernotes/llama-local').then(({ namedAs }) => ({ default: namedAs('llama-local-8b') }))`.
 */
export function namedAs(key: string): typeof plugin {
  return { ...plugin, key, displayName: `${plugin.displayName} (${key})` }
}
