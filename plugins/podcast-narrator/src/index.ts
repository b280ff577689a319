// Pitches for podcast episodes that quote the passage that answers the interest of the listener.
import { definePlugin } from '@linernotes/narrative-sdk'
import { config } from './config.js'

export default definePlugin({
  key: 'podcast-narrator',
  displayName: 'Podcast narrator',
  version: '0.1.0',
  config,
  async create(options, host) {
    const { createPodcastNarrator } = await import('./provider.js')
    return createPodcastNarrator(options, host)
  },
})
