import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const score = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])

const toneSetSchema = z.strictObject({
  language: z.string(),
  /** Who wrote the texts and gave the scores. */
  labelledBy: z.string(),
  /** What an editor asks of a text, one line each. */
  guidelines: z.array(z.string().min(1)).min(1),
  /** Shown to a judge, and no part of the comparison. */
  examples: z.array(z.strictObject({ text: z.string().min(1), score })).min(2),
  texts: z.array(z.strictObject({ id: z.string(), text: z.string().min(1), score, why: z.string().min(1) })).min(60),
})

/** Texts with the tone that a reader heard in them: what a judge is compared with. */
export type ToneSet = z.infer<typeof toneSetSchema>

/** The set of packages/narratives/judge: data, to be edited. */
export async function readToneSet(language = 'en'): Promise<ToneSet> {
  const file = new URL(`../../judge/tone.${language}.json`, import.meta.url)
  return toneSetSchema.parse(JSON.parse(await readFile(file, 'utf8')))
}
