import type { NarrativeFact, NarrativeProvider, NarrativeRequest, Realisation } from '@linernotes/narrative-sdk'
import type { Quote } from './quote.js'
import { countWords } from './quote.js'
import { trigramsOf } from './render-phrase.js'

/** A sentence before the quote, in the writer's words. */
export interface Framing {
  readonly text: string
  readonly factIds: readonly string[]
  readonly model: string
  readonly realisation: Realisation
}

const aboutPeople = new Set(['item', 'guest', 'host', 'speaker', 'artist-relation'])

/** What the writer is shown: the episode, who is in it, the first reason, and the passage that will be quoted. */
function narrowRequest(request: NarrativeRequest, quote: Quote, words: number): NarrativeRequest {
  const reason = request.reasons.slice(0, 1)
  const ids = new Set(reason.flatMap((one) => one.factIds))
  const isWanted = (fact: NarrativeFact) => ids.has(fact.id) || aboutPeople.has(fact.property)
  const passages = [...request.passages, ...request.facts].filter((fact) => fact.id === quote.factId)
  return { ...request, style: 'blurb', maxWords: words, reasons: reason, facts: request.facts.filter(isWanted), passages }
}

/** A writer does not quote: quotation is the narrator's, character by character. */
function isFraming(text: string, quote: Quote, words: number): boolean {
  const spoken = new Set(trigramsOf(quote.text))
  const borrowed = trigramsOf(text).filter((run) => spoken.has(run)).length
  return countWords(text) >= 3 && countWords(text) <= words && !/["“”«»„]/u.test(text) && borrowed < 2 && /[.:?]$/u.test(text)
}

/** The writer's first sentence that can stand before the quote; null where it wrote none. Rejects as the writer does. */
export async function askWriter(
  writer: NarrativeProvider,
  request: NarrativeRequest,
  options: { quote: Quote; words: number; signal: AbortSignal },
): Promise<Framing | null> {
  const { quote, words, signal } = options
  const narrowed = narrowRequest(request, quote, words)
  const known = new Set(narrowed.facts.map((fact) => fact.id))
  let model = 'unknown'
  let { realisation } = writer.capabilities
  let text = ''
  for await (const part of writer.narrate(narrowed, { signal })) {
    if (part.type === 'narrative-start') {
      model = part.model
      realisation = part.realisation ?? realisation
    } else if (part.type === 'text-delta') text += part.text
    else if (part.type === 'sentence-end') {
      const factIds = part.factIds.filter((id) => known.has(id))
      if (factIds.length > 0 && isFraming(text.trim(), quote, words)) return { text: text.trim(), factIds, model, realisation }
      text = ''
    }
  }
  return null
}
