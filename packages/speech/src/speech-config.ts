import { z } from 'zod'
import { espeakConfig } from './espeak-ng/espeak-config.js'
import { openaiSpeechConfig } from './openai-speech/openai-config.js'

const providers = ['espeak-ng', 'openai-speech'] as const

/** `speech` of linernotes.config.ts. Left out: espeak-ng, where it is installed. */
export const speechConfig = z.strictObject({
  /** Who speaks, tried from the left; an empty list: nobody, and talk stays text. */
  providers: z.array(z.enum(providers)).default(['openai-speech', 'espeak-ng']),
  'espeak-ng': espeakConfig.default(espeakConfig.parse({})),
  'openai-speech': openaiSpeechConfig.default(openaiSpeechConfig.parse({})),
  /** How long a listener's talk waits for one provider, in milliseconds. */
  deadlineMs: z.number().int().min(100).max(120_000).default(20_000),
  /** What is kept of spoken texts; the longest unused go first. */
  cacheMegabytes: z.number().int().min(1).max(1_000_000).default(500),
})
export type SpeechConfig = z.output<typeof speechConfig>

/** The configuration of speech cannot be used. Each problem names its place: `speech.openai-speech.baseUrl: expected a URL`. */
export class SpeechConfigError extends Error {
  override readonly name = 'SpeechConfigError'
  readonly code = 'CONFIGURATION_INVALID'

  constructor(readonly problems: readonly string[]) {
    super(problems.join('; '))
  }
}

/** Throws a SpeechConfigError with all problems. */
export function parseSpeechConfig(input: unknown): SpeechConfig {
  const parsed = speechConfig.safeParse(input ?? {})
  if (parsed.success) return parsed.data
  throw new SpeechConfigError(parsed.error.issues.map(({ path, message }) => `${['speech', ...path].join('.')}: ${message}`))
}
