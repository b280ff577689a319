import { countWords, type SegmentText } from './cut-passages.js'
import { quotability } from './quotability.js'

/** Okapi BM25 (Robertson and Zaragoza 2009): how soon more of a term stops counting, and how much length counts. */
const K1 = 1.2
const B = 0.5

/** Passages that answer the terms, best first; then, or where no term occurs, the most quotable ones. */
export function rankPassages(passages: readonly SegmentText[], terms: readonly string[], limit: number): SegmentText[] {
  const quotable = passages.flatMap((passage) => {
    const score = quotability(passage.text)
    return score === null ? [] : [{ passage, score, length: countWords(passage.text) }]
  })
  const { weightOf, count } = termCounter(terms)
  const documents = quotable.map(({ passage }) => count(passage.text))
  const frequency = new Map<string, number>()
  for (const document of documents) for (const term of document.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  const averageLength = quotable.reduce((sum, { length }) => sum + length, 0) / Math.max(1, quotable.length)
  const scored = quotable.map(({ passage, score, length }, index) => {
    let relevance = 0
    for (const [term, times] of documents[index] ?? []) {
      const found = frequency.get(term) ?? 0
      const idf = Math.log(1 + (documents.length - found + 0.5) / (found + 0.5))
      relevance += (weightOf(term) * idf * times * (K1 + 1)) / (times + K1 * (1 - B + (B * length) / averageLength))
    }
    return { passage, answers: relevance > 0, score: relevance + score }
  })
  return scored
    .filter(({ answers, score }) => answers || score > 0)
    .toSorted((a, b) => Number(b.answers) - Number(a.answers) || b.score - a.score)
    .slice(0, limit)
    .map(({ passage }) => passage)
}

const MOST_TERMS = 50
const stop = new Set('a an and are as at be but by for from has have how i in is it its of on or that the this to was we what with you your'.split(' '))

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
