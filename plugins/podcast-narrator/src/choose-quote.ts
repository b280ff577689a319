import type { NarrativeFact, NarrativeRequest } from '@linernotes/narrative-sdk'
import { bm25 } from './bm25.js'
import { quotesOf, type Quote } from './quote.js'
import { contentWords, quotability } from './quotability.js'

/** Words of a quote at most, by style: the rest is for saying whose it is and why. */
const longestQuote = { blurb: 12, dj: 26, pitch: 30 }
/** Below, a quote is no proof of anything; of one that answers nothing that was asked, more has to speak for itself. */
const leastQuality = 0.4
const leastQualityUnasked = 0.85

const words = (facts: readonly NarrativeFact[], keys: readonly string[]) =>
  facts.flatMap((fact) => keys.flatMap((key) => [fact.values[key] ?? []].flat().flatMap((value) => contentWords(String(value)))))

/** What the listener follows: topics, tags and shows of the reasons, then the tags and the title of the episode. */
function interestOf(request: NarrativeRequest): { asked: string[]; around: string[] } {
  const reasonIds = new Set(request.reasons.flatMap((reason) => reason.factIds))
  const ofReason = request.facts.filter((fact) => reasonIds.has(fact.id) && fact.property !== 'transcript')
  const tags = request.facts.filter((fact) => fact.property === 'episode-tags')
  return {
    asked: words(ofReason, ['topic', 'tag', 'tags']).flatMap((word) => [word, ...word.split('-').filter((part) => part.length > 3)]),
    around: [...words(tags, ['tags']), ...contentWords(request.item.title)],
  }
}

/** Somewhere in the last third: where endings are. */
function isLate(quote: Quote, request: NarrativeRequest): boolean {
  const length = request.facts.find((fact) => fact.property === 'episode-length')?.values['durationMs']
  return typeof length === 'number' && quote.startMs !== null && quote.startMs > (length * 2) / 3
}

/** The platform hands over the passages that match best first: the first few are an answer as they come. */
const answersAsHandedOver = 3

/** Cut by the people of the show themselves. */
function isSoundbite(quote: Quote, request: NarrativeRequest): boolean {
  return request.facts.some(({ property, values }) => {
    const [start, duration] = [values['startMs'], values['durationMs']]
    if (property !== 'soundbite' || typeof start !== 'number' || typeof duration !== 'number' || quote.startMs === null) return false
    return quote.startMs >= start - 2000 && quote.startMs <= start + duration
  })
}

/** The quote that answers the listener's interest and can stand alone; null where no passage has one. The same request gives the same quote. */
export function chooseQuote(request: NarrativeRequest): Quote | null {
  const passages = [...request.passages, ...request.facts].filter((fact) => fact.property === 'transcript')
  const most = Math.min(longestQuote[request.style], request.maxWords - 2)
  const heard = request.avoid.join('\n')
  const quotes = passages.flatMap((passage) => quotesOf(passage, most)).filter((quote) => !heard.includes(quote.text))
  const told = quotes.flatMap((quote) => {
    const quality = quotability(quote.text, request)
    return quality === null || (request.spoilerFree && isLate(quote, request)) ? [] : [{ quote, quality }]
  })
  const { asked, around } = interestOf(request)
  const documents = told.map(({ quote }) => contentWords(quote.text))
  const [answers, echoes] = [bm25(documents, asked), bm25(documents, around)]
  const ranked = told
    .map(({ quote, quality }, index) => {
      const place = request.passages.findIndex((passage) => passage.id === quote.factId)
      const handedOver = place >= 0 && place < answersAsHandedOver ? 0.3 / (place + 1) : 0
      const answer = (answers[index] ?? 0) + 0.4 * (echoes[index] ?? 0) + handedOver
      return { quote, quality, answer, score: (1 + answer) * (0.25 + quality) + (isSoundbite(quote, request) ? 1 : 0) }
    })
    .filter(({ quote, quality, answer }) => (answer > 0 ? quality >= leastQuality : quality >= leastQualityUnasked && contentWords(quote.text).length >= 5))
  return ranked.toSorted((left, right) => right.score - left.score)[0]?.quote ?? null
}
