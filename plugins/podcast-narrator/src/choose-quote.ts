import type { NarrativeFact, NarrativeRequest } from '@linernotes/narrative-sdk'
import { bm25 } from './bm25.js'
import { quotesOf, type Quote } from './quote.js'
import { contentWords, quotability } from './quotability.js'
import { isSeriesName } from './series.js'
import { answersTitle, isLate } from './spoilers.js'

/** Words of a quote at most, by style: the rest is for saying whose it is and why. */
const longestQuote = { blurb: 12, dj: 26, pitch: 30 }
/** Below, a quote is no proof of anything; of one that answers nothing that was asked, more has to speak for itself. */
const leastQuality = 0.4
const leastQualityUnasked = 0.85

const stop = new Set('a an and are as at be by for from in is it of on or the to with'.split(' '))

/** The words of a topic, however short: "ai" and "go" are topics, too. */
function topicWords(topic: string): readonly string[] {
  const words = topic.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return [
    ...contentWords(topic),
    ...words.filter((word) => word.length >= 2 && word.length < 4 && !stop.has(word)),
    ...words.flatMap((word) => contentWords(word)),
  ]
}

const named = (facts: readonly NarrativeFact[], keys: readonly string[]): readonly string[] =>
  facts.flatMap((fact) => keys.flatMap((key) => [fact.values[key] ?? []].flat().map(String)))

interface Interest {
  /** Of the topic that the reason tells. */
  readonly told: readonly string[]
  readonly asked: readonly string[]
  readonly around: readonly string[]
}

/** What the listener follows: topics and tags of the reasons, then the tags and the title of the episode. Names of series are no topics. */
export function interestOf(request: NarrativeRequest): Interest {
  const reasonIds = new Set(request.reasons.flatMap((reason) => reason.factIds))
  const ofReason = request.facts.filter((fact) => reasonIds.has(fact.id) && fact.property !== 'transcript')
  const tags = request.facts.filter((fact) => fact.property === 'episode-tags')
  const isTopic = (topic: string): boolean => !isSeriesName(topic, request.item)
  const topics = named(ofReason, ['topic', 'tag']).filter(isTopic)
  return {
    told: topics.slice(0, 1).flatMap(topicWords),
    asked: topics.flatMap(topicWords),
    around: [...named(tags, ['tags']).filter(isTopic).flatMap(topicWords), ...contentWords(request.item.title)],
  }
}

/** In lower case, plurals folded, with the short words that may be a topic. */
function spokenWords(text: string): readonly string[] {
  return [
    ...contentWords(text),
    ...(text.toLowerCase().match(/(?<![\p{L}\p{N}'’])[\p{L}\p{N}]{2,3}(?![\p{L}\p{N}'’])/gu) ?? []),
    ...text.toLowerCase().split('-').flatMap(contentWords),
  ]
}

/** Where every passage names the interest, none is rare: those that do still come before their neighbours that echo the title. */
const namesInterest = 1
/** The platform hands over what answers the interest of the listener, best first: a passage may do so by what is said beside it. */
const handedOverFirst = 0.3

/** Cut by the people of the show themselves. */
function isSoundbite(quote: Quote, request: NarrativeRequest): boolean {
  return request.facts.some(({ property, values }) => {
    const [start, duration] = [values['startMs'], values['durationMs']]
    if (property !== 'soundbite' || typeof start !== 'number' || typeof duration !== 'number' || quote.startMs === null) return false
    return quote.startMs >= start - 2000 && quote.startMs <= start + duration
  })
}

/**
 * The quote that answers the listener's interest, what is told of it first of all, and can stand alone; null where no passage has one: small talk is no proof. Of an episode of which nothing is known that
 * could be asked for, whatever speaks for itself. The same request gives the same quote.
 */
export function chooseQuote(request: NarrativeRequest): Quote | null {
  const passages = [...request.passages, ...request.facts].filter((fact) => fact.property === 'transcript')
  const most = Math.min(longestQuote[request.style], request.maxWords - 2)
  const heard = request.avoid.join('\n')
  const quotes = passages.flatMap((passage) => quotesOf(passage, most)).filter((quote) => !heard.includes(quote.text))
  const told = quotes.flatMap((quote) => {
    const quality = quotability(quote.text, request, quote.isCutAtPauses)
    const spoils = request.spoilerFree && (isLate(quote, request) || answersTitle(quote.text, request.item.title))
    return quality === null || spoils ? [] : [{ quote, quality }]
  })
  const { told: shown, asked, around } = interestOf(request)
  const documents = told.map(({ quote }) => spokenWords(quote.text))
  const [shownIn, answers, echoes] = [bm25(documents, shown), bm25(documents, asked), bm25(documents, around)]
  const isAnybody = asked.length === 0 && !request.facts.some((fact) => fact.property === 'episode-tags')
  const ranked = told
    .map(({ quote, quality }, index) => {
      const place = request.passages.findIndex((passage) => passage.id === quote.factId)
      const handedOver = !isAnybody && place >= 0 ? handedOverFirst / (place + 1) : 0
      const answer = (answers[index] ?? 0) + ((answers[index] ?? 0) > 0 ? namesInterest : 0) + 0.4 * (echoes[index] ?? 0) + handedOver
      const rank = (shownIn[index] ?? 0) > 0 ? 2 : (answers[index] ?? 0) > 0 ? 1 : 0
      return { quote, quality, answer, rank, score: (1 + answer) * (0.25 + quality) + (isSoundbite(quote, request) ? 1 : 0) }
    })
    .filter(({ quote, quality, answer }) =>
      answer > 0 ? quality >= leastQuality : isAnybody && quality >= leastQualityUnasked && contentWords(quote.text).length >= 5,
    )
  return ranked.toSorted((left, right) => right.rank - left.rank || right.score - left.score)[0]?.quote ?? null
}
