import type { NarrativeFact } from '@linernotes/narrative-sdk'
import { readCorpus } from '../../check/read-corpus.js'

const { briefs: all, entries } = await readCorpus()
const voice = new Set(all.filter((brief) => brief.source === 'examples of the voice guide').map(({ brief }) => brief))

/** Facts of the examples in the voice guide, by name of the brief. */
export const briefs: Readonly<Record<string, readonly NarrativeFact[]>> = Object.fromEntries(all.map(({ brief, facts }) => [brief, facts]))

/** Texts over these facts: [brief, text with citations, kind of break: null where nothing is broken]. */
export const corpus: readonly (readonly [brief: string, text: string, broken: string | null])[] = entries
  .filter(({ brief }) => voice.has(brief))
  .map(({ brief, text, verdict, kind }) => [brief, text, verdict === 'true' ? null : kind] as const)

/** The true ones that stand in the guide or close to it. */
export const guideTexts: readonly (readonly [brief: string, text: string])[] = entries
  .filter(({ why, verdict }) => verdict === 'true' && why === 'an example of the voice guide or close to it')
  .map(({ brief, text }) => [brief, text] as const)
