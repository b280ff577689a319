import type { NarrativeFact } from '@linernotes/narrative-sdk'
import { indexFacts } from './fact-index.js'
import { groundIndexed } from './ground-indexed.js'
import type { SentenceVerdict } from './verdict.js'

/** Verdict of one sentence against the facts that it cites; `null`: against the fewest facts that carry it. For many sentences use `groundText`. */
export function groundSentence(text: string, factIds: readonly string[] | null, facts: readonly NarrativeFact[]): SentenceVerdict {
  return groundIndexed(text, factIds, indexFacts(facts))
}
