import { english } from './en/english.js'
import type { IndexedFact } from './fact-index.js'
import type { SentenceVerdict } from './verdict.js'

/** What a sentence is verified with, beside the facts that it cites. */
export interface SentenceGround {
  /** All facts of the request. */
  readonly facts: readonly IndexedFact[]
  /** Facts of the sentence before, which "it" may mean. */
  readonly previous: readonly IndexedFact[]
  readonly spoilerFree: boolean
}

/** The rules of one language over its words in a folder of its own. Facts are read alike for all: names, dates and counts have no language. */
export interface GroundingLanguage {
  /** Primary subtag of BCP 47: 'en'. */
  readonly tag: string
  /** Verdict of one sentence that cites these facts; null or no ids: the fewest facts that carry it are found. */
  ground(text: string, factIds: readonly string[] | null, ground: SentenceGround): SentenceVerdict
}

const languages: ReadonlyMap<string, GroundingLanguage> = new Map([english].map((language) => [language.tag, language]))

/** The rules for a BCP 47 tag ('en-GB' is 'en'); null where there are none: then nothing can be verified, and everything is refused. */
export function findGroundingLanguage(tag: string, further: readonly GroundingLanguage[] = []): GroundingLanguage | null {
  const primary = tag.split('-', 1)[0]?.toLowerCase() ?? ''
  return further.find((language) => language.tag === primary) ?? languages.get(primary) ?? null
}
