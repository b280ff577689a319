import type { Sense } from './mention.js'

/** Words of a request, and what they stand for. The longest of a place counts. */
export interface Pattern {
  readonly words: readonly RegExp[]
  /** null: the words say nothing of their own here. */
  readonly sense: (match: RegExpExecArray) => Sense | null
}

/** A pattern over whole words, as one expression for each of its alternatives: of two that begin alike, the longer one shall count, and an expression takes the first. */
export const pattern = (words: string, sense: Sense | ((match: RegExpExecArray) => Sense | null)): Pattern => ({
  words: alternativesOf(words).map((alternative) => new RegExp(`(?<= )(?:${alternative})(?= )`, 'gu')),
  sense: typeof sense === 'function' ? sense : () => sense,
})

/** Parts between the bars that stand in no brackets. */
function alternativesOf(words: string): readonly string[] {
  const parts = ['']
  let depth = 0
  for (const [index, sign] of [...words].entries()) {
    if (sign === '(') depth += 1
    if (sign === ')') depth -= 1
    if (sign === '|' && depth === 0 && words[index - 1] !== '\\') parts.push('')
    else parts[parts.length - 1] += sign
  }
  return parts
}
