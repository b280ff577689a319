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
  // Reads what rules do not understand of a wish ("something for a rainy Sunday"); the small Llama would guess.
  ...(environment.llamaHosted.baseUrl !== undefined && { interpreter: 'llama-hosted' }),
  speech: { providers: ['openai-speech', 'espeak-ng'], 'openai-speech': environment.speech },
  // A small Llama on a CPU needs a second or more for each text of a list; what is late, the house narrator writes.
  deadlineMs: 12_000,
  order: {
    track: ['llama-local', 'house-narrator'],
    episode: ['podcast-narrator', 'house-narrator'],
  },
}))
