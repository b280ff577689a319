import { z } from 'zod'

const names = z.array(z.string().min(1).max(100)).min(1).max(5)
const year = z.int().min(1900).max(2100)
const minutes = z.number().positive().max(600)

/** What a provider may take words for: every operation, with names instead of ids and in the units that people speak in. Nullable is open. */
export const wish = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('energy'), direction: z.enum(['calmer', 'livelier']) }),
  z.strictObject({ type: z.literal('only-tags'), tags: names }),
  z.strictObject({ type: z.literal('without-tags'), tags: names }),
  z.strictObject({ type: z.literal('more-like'), names }),
  z.strictObject({ type: z.literal('play'), names }),
  z.strictObject({ type: z.literal('without'), names }),
  z.strictObject({ type: z.literal('years'), from: year.nullable(), to: year.nullable() }),
  z.strictObject({ type: z.literal('length'), minMinutes: minutes.nullable(), maxMinutes: minutes.nullable() }),
  z.strictObject({ type: z.literal('rediscover'), year: year.nullable() }),
  z.strictObject({ type: z.literal('adventurousness'), towards: z.enum(['known', 'unknown']) }),
  z.strictObject({ type: z.literal('kinds'), kinds: z.enum(['music', 'episodes', 'both']) }),
  z.strictObject({ type: z.literal('episode'), topic: z.string().min(1).max(60).nullable(), maxMinutes: minutes.nullable() }),
  z.strictObject({ type: z.literal('talk'), every: z.int().min(0).max(10) }),
  z.strictObject({ type: z.literal('playback'), action: z.enum(['skip', 'pause', 'resume', 'end']) }),
  z.strictObject({ type: z.literal('forget-requests') }),
  /** They ask for nothing of this. */
  z.strictObject({ type: z.literal('none') }),
])

export type ReadWish = z.infer<typeof wish>

/** What a provider answers: for words that it was asked about, what they wish. */
export const answer = z.strictObject({ readings: z.array(z.strictObject({ words: z.string().max(500), wish })).max(8) })

export const answerSchema = z.toJSONSchema(answer)
