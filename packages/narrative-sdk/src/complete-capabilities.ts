import type { Capabilities } from './provider.js'

type Stated = 'locality' | 'realisation' | 'promptVersion'

/** Fills in what most providers have in common; where words go, who chooses them and which version they are has to be said. */
export function completeCapabilities(capabilities: Pick<Capabilities, Stated> & Partial<Capabilities>): Capabilities {
  return {
    kinds: ['track', 'episode'],
    styles: ['blurb', 'dj', 'pitch'],
    languages: ['en'],
    streaming: true,
    structuredOutput: false,
    seed: false,
    maxInputTokens: null,
    maxConcurrency: null,
    ...capabilities,
  }
}
