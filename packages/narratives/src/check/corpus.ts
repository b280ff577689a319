import type { NarrativeFact } from '@linernotes/narrative-sdk'
import { z } from 'zod'

const value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])

const factSchema: z.ZodType<NarrativeFact> = z.strictObject({
  id: z.string().regex(/^F\d+$/u),
  kind: z.enum(['catalog', 'listening', 'audience', 'transcript', 'mark', 'editorial']),
  property: z.string().min(1),
  subject: z.string(),
  statement: z.string().min(1),
  values: z.record(z.string(), value),
})

/** `tune`: rules are made to fit it. `held-out`: written before, and no rule is made for one of its sentences. */
const part = z.enum(['tune', 'held-out'])
export type CorpusPart = z.infer<typeof part>

/** The facts of one item, as a provider is given them. */
export const briefSchema = z.strictObject({
  brief: z.string().min(1),
  part,
  spoilerFree: z.boolean(),
  /** Where the facts come from. */
  source: z.string().min(1),
  facts: z.array(factSchema).min(1),
})
export type CorpusBrief = z.infer<typeof briefSchema>

/** One text with its citations in brackets, and what is right or wrong about it. */
export const entrySchema = z.strictObject({
  brief: z.string().min(1),
  text: z.string().min(1),
  verdict: z.enum(['true', 'broken']),
  /** In which way it is broken; "true" where it is not. */
  kind: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/u),
  /** What makes it true, or what is broken, in one line. */
  why: z.string().min(1),
})

export interface CorpusEntry extends z.infer<typeof entrySchema> {
  readonly part: CorpusPart
  readonly facts: CorpusBrief['facts']
  readonly spoilerFree: boolean
}

export interface Corpus {
  readonly briefs: readonly CorpusBrief[]
  readonly entries: readonly CorpusEntry[]
}
