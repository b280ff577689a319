import { createEspeakNg } from './espeak-ng/espeak-provider.js'
import { espeakLanguages } from './espeak-ng/espeak-languages.js'
import { createOpenaiSpeech } from './openai-speech/openai-provider.js'
import { createSpeaker } from './create-speaker.js'
import type { Speaker } from './speaker.js'
import { parseSpeechConfig } from './speech-config.js'
import type { SpeechProvider } from './speech-provider.js'

export interface SpeakerOptions {
  /** `speech` of linernotes.config.ts as an operator wrote it; undefined: the defaults. */
  readonly config: unknown
  /** Where spoken texts are kept; made where it is missing. */
  readonly cacheDirectory: string
  readonly fetch: typeof fetch
  readonly now: () => number
  readonly log: (event: string, data?: object) => void
  readonly signal: AbortSignal
}

/** Opens the configured providers. Throws a SpeechConfigError; a provider that cannot speak is no error: its health says so. */
export async function openSpeaker({ config: input, cacheDirectory, fetch, now, log, signal }: SpeakerOptions): Promise<Speaker> {
  const config = parseSpeechConfig(input)
  const providers: SpeechProvider[] = []
  for (const key of new Set(config.providers)) {
    if (key === 'espeak-ng') providers.push(createEspeakNg(config['espeak-ng'], await espeakLanguages(config['espeak-ng'], signal)))
    // Without an endpoint it is no provider, and no reason to say that something failed.
    else if (config['openai-speech'].baseUrl !== undefined) providers.push(createOpenaiSpeech(config['openai-speech'], { fetch, now }))
  }
  return createSpeaker({ providers, cacheDirectory, deadlineMs: config.deadlineMs, mostBytes: config.cacheMegabytes * 1_000_000, now, log })
}
