import { countWords, type Passage, type SegmentText } from './cut-passages.js'
import { quotability } from './quotability.js'

/** Okapi BM25 (Robertson and Zaragoza 2009): how soon more of a term stops counting, and how much length counts. */
const K1 = 1.2
const B = 0.5

/** What the sentences around a passage count beside its own words. */
const SHARE_OF_CONTEXT = 0.3

type Rankable = SegmentText & Partial<Passage>

/**
 * Passages that answer the terms, best first, then those beside which a term stands; where there are no terms, the most quotable ones. What has nothing to do with the
 * terms is small talk and left out. No two of them overlap.
 */
export function rankPassages<Ranked extends Rankable>(passages: readonly Ranked[], terms: readonly string[], limit: number): Ranked[] {
  const quotable = passages.flatMap((passage) => {
    const score = quotability(passage.text, passage.isCutAtPauses)
    return score === null ? [] : [{ passage, score, length: countWords(passage.text) }]
  })
  const relevance = scorer(
    quotable.map(({ passage, length }) => ({ text: passage.text, length })),
    terms,
  )
  const around = scorer(
    quotable.map(({ passage, length }) => ({
      text: passage.context ?? passage.text,
      length: passage.context === undefined ? length : countWords(passage.context),
    })),
    terms,
  )
  const scored = quotable.map(({ passage, score }, index) => {
    const answer = relevance[index] ?? 0
    const echo = around[index] ?? 0
    return { passage, rank: answer > 0 ? 2 : echo > 0 ? 1 : 0, score: answer + SHARE_OF_CONTEXT * echo + score }
  })
  const least = hasTerms(terms) ? 1 : 0
  const ranked = scored.filter(({ rank, score }) => rank >= least && (rank === 2 || score > 0)).toSorted((a, b) => b.rank - a.rank || b.score - a.score)
  return withoutOverlaps(
    ranked.map(({ passage }) => passage),
    limit,
  )
}

function withoutOverlaps<Ranked extends Rankable>(ranked: readonly Ranked[], limit: number): Ranked[] {
  const taken = new Set<number>()
  const chosen: Ranked[] = []
  const byStart = Map.groupBy(ranked, ({ firstSentence }) => firstSentence)
  for (const passage of ranked) {
    if (chosen.length >= limit) break
    if (sentencesOf(passage).some((sentence) => taken.has(sentence))) continue
    // Whoever quotes may cut, and cannot add.
    const widest = (passage.firstSentence === undefined ? [] : (byStart.get(passage.firstSentence) ?? []))
      .filter((other) => !sentencesOf(other).some((sentence) => taken.has(sentence)))
      .reduce((wide, other) => (other.text.length > wide.text.length ? other : wide), passage)
    for (const sentence of sentencesOf(widest)) taken.add(sentence)
    chosen.push(widest)
  }
  return chosen
}

function sentencesOf({ firstSentence, lastSentence }: Rankable): readonly number[] {
  if (firstSentence === undefined || lastSentence === undefined) return []
  return Array.from({ length: lastSentence - firstSentence + 1 }, (_, index) => firstSentence + index)
}

function scorer(texts: readonly { readonly text: string; readonly length: number }[], terms: readonly string[]): readonly number[] {
  const { weightOf, count } = termCounter(terms)
  const documents = texts.map(({ text }) => count(text))
  const frequency = new Map<string, number>()
  for (const document of documents) for (const term of document.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  const averageLength = texts.reduce((sum, { length }) => sum + length, 0) / Math.max(1, texts.length)
  return texts.map(({ length }, index) => {
    let relevance = 0
    for (const [term, times] of documents[index] ?? []) {
      const found = frequency.get(term) ?? 0
      const idf = Math.log(1 + (documents.length - found + 0.5) / (found + 0.5))
      relevance += (weightOf(term) * idf * times * (K1 + 1)) / (times + K1 * (1 - B + (B * length) / averageLength))
    }
    return relevance
  })
}

const MOST_TERMS = 50
const stop = new Set('a an and are as at be but by for from has have how i in is it its of on or that the this to was we what with you your'.split(' '))

/** Whether anything can be searched for at all. */
const hasTerms = (terms: readonly string[]): boolean => terms.some((term) => /[\p{L}\p{N}]/u.test(term))

/** What a word of a longer term counts where the term itself does not stand: "source" for "open source". */
const PART_OF_TERM = 0.3

interface Counter {
  readonly weightOf: (term: string) => number
  /** How often each term stands in a text, as words of their own or with a plural s. */
  readonly count: (text: string) => Map<string, number>
}

function termCounter(terms: readonly string[]): Counter {
  const weights = new Map<string, number>()
  for (const term of terms.slice(0, MOST_TERMS)) {
    const words = term.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    const telling = words.filter((word) => word.length > 1 && !stop.has(word)).map(singular)
    if (telling.length === 0) continue
    weights.set(words.map(singular).join(' '), 1)
    for (const word of telling) if (!weights.has(word)) weights.set(word, PART_OF_TERM)
  }
  const patterns = [...weights.keys()].toSorted((a, b) => b.length - a.length).map((term) => term.split(' ').map(withPlural).join('[ -]'))
  if (patterns.length === 0) return { weightOf: () => 0, count: () => new Map() }
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  return {
    weightOf: (term) => weights.get(term) ?? 0,
    count: (text) => {
      const counts = new Map<string, number>()
      for (const [found] of text.toLowerCase().matchAll(pattern)) {
        const term = weights.has(found) ? found : found.split(/[ -]/).map(singular).join(' ')
        counts.set(term, (counts.get(term) ?? 0) + 1)
      }
      return counts
    },
  }
}

/** Enough to let "servers" answer "server". */
function singular(word: string): string {
  return word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

function withPlural(word: string): string {
  return word.length > 3 ? `${word}s?` : word
}
