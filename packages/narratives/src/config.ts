// What an operator writes about narratives in linernotes.config.ts: light, imports nothing but its schema.
import type { NarrativePlugin } from '@linernotes/narrative-sdk'
import { z } from 'zod'
import { guidelineSchema, type GuidelineInput } from './safety/guideline.js'

/** Loads a plugin; nothing of it is imported before. */
export type PluginLoader = () => Promise<{ default: NarrativePlugin }>

export interface LinerNotesConfig {
  /** `() => import('@linernotes/house-narrator')`, one line each. */
  readonly providers: readonly PluginLoader[]
  /** Options by plugin key. */
  readonly narratives: Readonly<Record<string, unknown>>
  /** Keys, tried from the left; the last one should be the house narrator, which needs nothing. */
  readonly order: { readonly track: readonly string[]; readonly episode: readonly string[] }
  /** How long a listener waits for one narrative before the last provider writes it, in milliseconds. */
  readonly deadlineMs?: number | undefined
  /** A JSON file or a folder of golden examples beside ours; one with the id of ours stands in its place. `new URL('golden/', import.meta.url)` is beside the file. */
  readonly goldenExamples?: URL | string | undefined
  /** Guidelines of your own, beside and instead of ours: docs/guidelines.md. */
  readonly guidelines?: readonly GuidelineInput[] | undefined
  /** The region that is served, such as 'DE', for guidelines by market; left out: the listener's language alone decides. */
  readonly market?: string | undefined
  /** Age after which a text is served once more while a new one is written, in milliseconds. Left out: 30 days. */
  readonly staleAfterMs?: number | undefined
}

const loader = z.custom<PluginLoader>((value) => typeof value === 'function', 'expected a function, such as () => import("@linernotes/house-narrator")')
const keys = z.array(z.string().min(1)).min(1, 'expected at least one provider key')

export const linerNotesConfigSchema: z.ZodType<LinerNotesConfig> = z.strictObject({
  providers: z.array(loader).min(1, 'expected at least one provider'),
  narratives: z.record(z.string(), z.unknown()).default({}),
  order: z.strictObject({ track: keys, episode: keys }),
  deadlineMs: z.number().int().min(100).max(600_000).optional(),
  goldenExamples: z.union([z.instanceof(URL), z.string().min(1)]).optional(),
  guidelines: z.array(guidelineSchema).optional(),
  market: z
    .string()
    .regex(/^(?:[A-Z]{2}|\d{3})$/u, "expected a region such as 'DE'")
    .optional(),
  staleAfterMs: z.number().int().min(1_000).optional(),
})

/** Types a configuration that needs nothing of the environment. */
export function defineConfig(config: LinerNotesConfig): LinerNotesConfig {
  return config
}
