import type { NarrativeFact } from '@linernotes/narrative-sdk'
import { placeOf } from './spoilers.js'

/** A literal run of sentences of a passage, and who said it. */
export interface Quote {
  readonly text: string
  readonly words: number
  readonly factId: string
  readonly speaker: string | null
  readonly startMs: number | null
  /** Of a recogniser that writes neither capitals nor stops: cut where the speaker paused. */
  readonly isCutAtPauses: boolean
  /** How much of the transcript comes before its passage, 0 to 1. */
  readonly position: number | null
}

export const countWords = (text: string): number => text.split(/\s+/u).filter((word) => word !== '').length

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** As people write what was said: only capitals are set, and every word stays as it is. */
const inCapitals = (text: string): string => (text.charAt(0).toUpperCase() + text.slice(1)).replaceAll(/(?<![\p{L}\p{N}])i(?=['’ ]|$)/gu, 'I')

/** One sentence, or two that follow each other, of up to `maxWords` words: substrings of the passage, not one character changed but for capitals where a recogniser writes none. */
export function quotesOf(fact: NarrativeFact, maxWords: number): Quote[] {
  const { quote, speaker } = fact.values
  if (typeof quote !== 'string') return []
  const isCutAtPauses = fact.values['cutAt'] === 'pauses' && !/[.!?]/u.test(quote)
  const sentences = [...segmenter.segment(quote)]
  return sentences.flatMap(({ segment, index }, at) => {
    const next = sentences[at + 1]
    // "Got it." behind a sentence adds nothing to it.
    const isPair = next !== undefined && countWords(segment) >= 4 && countWords(next.segment) >= 4
    const runs = [segment, ...(isPair ? [quote.slice(index, next.index + next.segment.length)] : [])].map((run) => run.trim())
    return runs
      .map((text) => ({
        text: isCutAtPauses ? inCapitals(text) : text,
        words: countWords(text),
        isCutAtPauses,
        factId: fact.id,
        speaker: typeof speaker === 'string' ? speaker : null,
        ...placeOf(fact),
      }))
      .filter((run) => run.words >= 6 && run.words <= maxWords)
  })
}
