import { defineConfig } from '@linernotes/configuration'

/** Which providers write narratives, with which options, and in which order they are asked. The house narrator needs nothing and comes last. */
export default defineConfig((environment) => ({
  providers: [
    () => import('@linernotes/house-narrator'),
    () => import('@linernotes/llama-local'),
    () => import('@linernotes/llama-hosted'),
    () => import('@linernotes/podcast-narrator'),
  ],
  narratives: {
    'llama-local': { model: environment.llamaLocal.model },
    'llama-hosted': environment.llamaHosted,
    'podcast-narrator': { writer: 'llama-local' },
  },
  order: {
    track: ['llama-local', 'house-narrator'],
    episode: ['podcast-narrator', 'house-narrator'],
  },
}))
