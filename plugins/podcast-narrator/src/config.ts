import { z } from 'zod'

export const config = z.strictObject({
  /** Key of the provider that writes the sentence before the quote ('llama-local'); null: phrase data writes it. The quote is never written by anybody. */
  writer: z
    .string()
    .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u, 'expected the key of a provider, such as llama-local')
    .nullable()
    .default(null),
  /** Milliseconds that the writer has for its sentence; after that phrase data writes, while there is time for it. */
  writerMs: z.int().min(10).max(600_000).default(5_000),
})

export type PodcastConfig = z.output<typeof config>
