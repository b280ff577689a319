import { z } from 'zod'

export const openaiSpeechConfig = z.strictObject({
  /** An OpenAI-compatible endpoint, such as http://127.0.0.1:8880/v1; left out: it is not used. */
  baseUrl: z.url({ protocol: /^https?$/u, error: 'expected a URL such as http://127.0.0.1:8880/v1' }).optional(),
  model: z.string().min(1).default('tts-1'),
  voice: z.string().min(1).default('alloy'),
  apiKey: z.string().min(1).optional(),
  /** wav says how long it is; what mp3 says is read from its frames. */
  format: z.enum(['wav', 'mp3']).default('wav'),
  speed: z.number().min(0.25).max(4).default(1),
  /** Languages that the model speaks. */
  languages: z.array(z.string().min(2)).min(1).default(['en']),
  /** Longest silence of the endpoint, in milliseconds. */
  idleTimeoutMs: z.number().int().min(50).max(120_000).default(10_000),
  maxConcurrency: z.number().int().min(1).max(64).default(2),
})
export type OpenaiSpeechConfig = z.output<typeof openaiSpeechConfig>
