import { z } from 'zod'

export const espeakConfig = z.strictObject({
  /** The program: a name that PATH knows, or a path. */
  program: z.string().min(1).default('espeak-ng'),
  /** Words per minute; 175 is its own pace, which is brisk between two songs. */
  wordsPerMinute: z.number().int().min(80).max(450).default(160),
  /** 0 to 99. */
  pitch: z.number().int().min(0).max(99).default(45),
  /** Voice by language, such as `{ en: 'en-gb' }`; left out: the language itself. */
  voices: z.record(z.string(), z.string().regex(/^[a-z][a-z0-9+_-]{0,40}$/iu, 'expected a voice of `espeak-ng --voices`')).default({}),
})
export type EspeakConfig = z.output<typeof espeakConfig>
