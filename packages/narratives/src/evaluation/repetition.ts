import { tokenize } from '../grounding/token.js'
import { meanOf, quantileOf, shareOf, type Mean, type Share } from './estimate.js'

export interface Repetition {
  /** Share of the runs of four words of a text that stand in one of the listener's last twenty texts, too; a number is a number. */
  readonly overlap: Mean
  /** The overlap that 95 % of the texts stay within. */
  readonly overlapP95: number | null
  /** Texts that begin with the same two words as an earlier one of their list. */
  readonly openings: Share
}

const remembered = 20
const run = 4

export interface TextInList {
  readonly listener: string
  readonly list: number
  readonly text: string
}

function wordsOf(text: string): string[] {
  return tokenize(text).flatMap((token) => (token.kind === 'mark' ? [] : [token.kind === 'number' ? '#' : token.key]))
}

function runsOf(text: string): Set<string> {
  const words = wordsOf(text)
  return new Set(words.slice(0, Math.max(0, words.length - run + 1)).map((_, index) => words.slice(index, index + run).join(' ')))
}

/** How much of a text was said before; 0 for one of fewer than four words. */
export function overlapWith(text: string, earlier: readonly string[]): number {
  const own = runsOf(text)
  if (own.size === 0) return 0
  const known = new Set(earlier.flatMap((other) => [...runsOf(other)]))
  return [...own].filter((words) => known.has(words)).length / own.size
}

function openingOf(text: string): string {
  return wordsOf(text).slice(0, 2).join(' ')
}

/** Texts in the order in which their listeners saw them. */
export function measureRepetition(texts: readonly TextInList[]): Repetition {
  const overlaps = texts.map(({ text, listener }, index) => {
    const earlier = texts.slice(0, index).filter((other) => other.listener === listener)
    return overlapWith(
      text,
      earlier.slice(-remembered).map((other) => other.text),
    )
  })
  const repeated = texts.filter(({ text, list }, index) =>
    texts.slice(0, index).some((other) => other.list === list && openingOf(other.text) === openingOf(text)),
  )
  return { overlap: meanOf(overlaps), overlapP95: quantileOf(overlaps, 0.95), openings: shareOf(repeated.length, texts.length) }
}
