import type { SegmentText } from './cut-passages.js'

/** Okapi BM25 (Robertson and Zaragoza 2009): how soon more of a term stops counting, and how much length counts. */
const K1 = 1.2
const B = 0.5

/** Passages that answer the terms, best first; where no term occurs, the most quotable ones. */
export function rankPassages(passages: readonly SegmentText[], terms: readonly string[], limit: number): SegmentText[] {
  const wanted = [...new Set(terms.flatMap(words))]
  const documents = passages.map((passage) => words(passage.text))
  const averageLength = documents.reduce((sum, document) => sum + document.length, 0) / Math.max(1, documents.length)
  const frequency = new Map(wanted.map((term) => [term, documents.filter((document) => document.includes(term)).length]))
  const scored = passages.map((passage, index) => {
    const document = documents[index] ?? []
    const relevance = wanted.reduce((sum, term) => {
      const count = document.filter((word) => word === term).length
      const found = frequency.get(term) ?? 0
      const idf = Math.log(1 + (documents.length - found + 0.5) / (found + 0.5))
      return sum + (idf * count * (K1 + 1)) / (count + K1 * (1 - B + (B * document.length) / averageLength))
    }, 0)
    return { passage, score: relevance + quotability(passage.text) }
  })
  return scored
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ passage }) => passage)
}

/** Whether a sentence stands on its own: it begins and ends, points at nothing before it, sells nothing and greets nobody. */
function quotability(text: string): number {
  if (!/^[\p{Lu}“"']/u.test(text) || !/[.!?…]["”’']?$/.test(text)) return -10
  if (
    /\b(sponsor|promo code|discount|sign up|subscribe|patreon|check out|slash|dot com|this episode|welcome (back )?to|thanks for (having|inviting)|take a break)\b/i.test(
      text,
    )
  )
    return -10
  if (/^(and|but|so|or|yeah|yes|no|okay|ok|right|well|um|uh|it|he|she|they|this|that|those|these|which)\b/i.test(text)) return -0.6
  const length = text.split(/\s+/).length
  return (length >= 9 && length <= 26 ? 0.5 : 0) + (/\?$/.test(text) ? -0.3 : 0) + (/\.\.\.|…|--/.test(text) ? -0.6 : 0)
}

const stop = new Set('a an and are as at be but by for from has have how i in is it its of on or that the this to was we what with you your'.split(' '))

function words(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(singular).filter((word) => word.length > 1 && !stop.has(word))
}

/** Enough to let "servers" answer "server". */
function singular(word: string): string {
  return word.length > 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}
