import type { Pattern } from './pattern.js'
import type { Mention } from './mention.js'
import { rangeAt, type RequestWords, type WordRange } from './read-words.js'

/** What the patterns find where `isFree`, the longest of a place first, the earlier pattern of two that are as long; none overlaps another. */
export function findPatternMentions(words: RequestWords, patterns: readonly Pattern[], isFree: (index: number) => boolean): readonly Mention[] {
  const found = patterns.flatMap(({ words: expressions, sense }, order) =>
    expressions
      .flatMap((expression) => matchesOf(expression, words.text))
      .flatMap((match) => {
        const range = rangeAt(words, match.index, match.index + match[0].length)
        const meant = range.to > range.from && everyIndex(range, isFree) ? sense(match) : null
        return meant === null ? [] : [{ ...range, sense: meant, order }]
      }),
  )
  const taken = new Set<number>()
  const kept: Mention[] = []
  for (const { order: _, ...mention } of found.toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.order - b.order)) {
    if (!everyIndex(mention, (index) => !taken.has(index))) continue
    for (let index = mention.from; index < mention.to; index += 1) taken.add(index)
    kept.push(mention)
  }
  return kept
}

/** All matches, also those that begin inside another one. */
function matchesOf(expression: RegExp, text: string): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  expression.lastIndex = 0
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    matches.push(match)
    // From the next word on: a longer one may begin there.
    expression.lastIndex = match.index + Math.max(1, text.slice(match.index).indexOf(' ') + 1)
  }
  return matches
}

export function everyIndex({ from, to }: WordRange, holds: (index: number) => boolean): boolean {
  for (let index = from; index < to; index += 1) if (!holds(index)) return false
  return true
}
