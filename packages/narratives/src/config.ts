// What an operator writes about narratives in linernotes.config.ts: light, imports nothing but its schema.
import type { NarrativePlugin } from '@linernotes/narrative-sdk'
import { z } from 'zod'
import { guidelineSchema, type GuidelineInput } from './safety/guideline.js'
import { resolvePlugin } from './registry/resolve-plugin.js'

/** Loads a plugin; nothing of it is imported before. */
export type PluginLoader = () => Promise<{ default: NarrativePlugin }>

/** A loader, or the name of a package or a path, resolved from the directory of the configuration file: 'my-narrator', '../my-narrator'. */
export type PluginSource = PluginLoader | string

/** As an operator writes it. */
export interface LinerNotesConfigInput extends Omit<LinerNotesConfig, 'providers'> {
  /** One line each. */
  readonly providers: readonly PluginSource[]
}

export interface RecommendationRules {
  /** What was on show is not suggested again for so many days. Left out: 7; 0: at once. */
  readonly shownReturnsAfterDays?: number | undefined
  /** What was skipped. Left out: 90. */
  readonly skippedReturnsAfterDays?: number | undefined
  /** By recipe: the share of the places, 0 to 1, that goes at least to the little heard. Left out: what the recipe says. */
  readonly exposureFloors?: Readonly<Record<string, number>> | undefined
}

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
  /** What holds for all recommendations: docs/recipes.md. */
  readonly recommendations?: RecommendationRules | undefined
  /** Age after which a text is served once more while a new one is written, in milliseconds. Left out: 30 days. */
  readonly staleAfterMs?: number | undefined
  /** Key of the provider that reads what rules do not understand of a listener's wishes; left out: the order for tracks. Only providers with a chat model can. */
  readonly interpreter?: string | undefined
  /** Who speaks the DJ's words: docs/speech.md. Parsed by packages/speech. Left out: eSpeak NG, where it is installed. */
  readonly speech?: Readonly<Record<string, unknown>> | undefined
  /** What somebody asked or paid for: there is no other way to lift an item, and each stands in the receipts of what it lifts. */
  readonly boosts?: readonly BoostInput[] | undefined
}

/** Items that match score so much more, where something else speaks for them, too. */
export interface BoostInput {
  readonly key: string
  readonly reason: string
  /** Who asked or paid for it. */
  readonly onBehalfOf: string
  /** An item matches that has any of these: ids of artists and shows, tags and labels of its release. */
  readonly match: {
    readonly artistIds?: readonly string[] | undefined
    readonly showIds?: readonly string[] | undefined
    readonly tags?: readonly string[] | undefined
    readonly labels?: readonly string[] | undefined
  }
  /** In units of the score: the strongest reason of an item is worth about 1. */
  readonly contribution: number
}

const pluginSource = z.custom<PluginSource>(
  (value) => typeof value === 'function' || (typeof value === 'string' && value.trim() !== ''),
  'expected a function, such as () => import("@linernotes/house-narrator"), or the name of a package',
)
const words = z.array(z.string().trim().min(1)).min(1, 'expected at least one').optional()
const boost = z.strictObject({
  key: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, "expected a key such as 'label-week'"),
  reason: z.string().trim().min(1, 'expected why it is lifted'),
  onBehalfOf: z.string().trim().min(1, 'expected who asked or paid for it'),
  match: z
    .strictObject({ artistIds: words, showIds: words, tags: words, labels: words })
    .refine((match) => Object.values(match).some((list) => list !== undefined), 'expected artistIds, showIds, tags or labels'),
  contribution: z.number().positive('expected a number above 0').max(10, 'expected at most 10'),
})
const boosts = z.array(boost).refine((rules) => new Set(rules.map(({ key }) => key)).size === rules.length, 'expected each key once')
const days = z.number().min(0).max(36_500)
const keys = z.array(z.string().min(1)).min(1, 'expected at least one provider key')

export const linerNotesConfigSchema: z.ZodType<LinerNotesConfigInput> = z.strictObject({
  providers: z.array(pluginSource).min(1, 'expected at least one provider'),
  narratives: z.record(z.string(), z.unknown()).default({}),
  order: z.strictObject({ track: keys, episode: keys }),
  deadlineMs: z.number().int().min(100).max(600_000).optional(),
  goldenExamples: z.union([z.instanceof(URL), z.string().min(1)]).optional(),
  guidelines: z.array(guidelineSchema).optional(),
  market: z
    .string()
    .regex(/^(?:[A-Z]{2}|\d{3})$/u, "expected a region such as 'DE'")
    .optional(),
  recommendations: z
    .strictObject({
      shownReturnsAfterDays: days.optional(),
      skippedReturnsAfterDays: days.optional(),
      exposureFloors: z.record(z.string(), z.number().min(0).max(1)).optional(),
    })
    .optional(),
  staleAfterMs: z.number().int().min(1_000).optional(),
  speech: z.record(z.string(), z.unknown()).optional(),
  interpreter: z.string().min(1).optional(),
  boosts: boosts.optional(),
})

/** Types a configuration that needs nothing of the environment. */
export function defineConfig(config: LinerNotesConfigInput): LinerNotesConfigInput {
  return config
}

/** Makes loaders of names and paths, as seen from `directory`, then from `elsewhere`. Nothing is looked for before a loader is called. */
export function resolveSources(config: LinerNotesConfigInput, directory: string, elsewhere: string): LinerNotesConfig {
  const providers = config.providers.map((source): PluginLoader => (typeof source === 'string' ? () => loadPlugin(source, directory, elsewhere) : source))
  return { ...config, providers }
}

async function loadPlugin(specifier: string, directory: string, elsewhere: string): Promise<{ default: NarrativePlugin }> {
  return (await import(resolvePlugin(specifier, directory, elsewhere).href)) as { default: NarrativePlugin }
}
