// The floor that every fallback lands on: grounded sentences from editable phrase data, no model needed.
import { definePlugin } from '@linernotes/narrative-sdk'
import { config } from './config.js'

export default definePlugin({
  key: 'house-narrator',
  displayName: 'House narrator',
  version: '0.1.0',
  config,
  async create(options) {
    const { createHouseNarrator } = await import('./provider.js')
    return createHouseNarrator(options)
  },
})
