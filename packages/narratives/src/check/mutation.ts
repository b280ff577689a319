import type { CorpusEntry } from './corpus.js'

/** What was replaced. */
export type MutationKind = 'name' | 'number' | 'number-word' | 'date'

/** A true text with one name, number or date replaced by another plausible one; it is no longer true. */
export interface Mutation {
  readonly entry: CorpusEntry
  readonly kind: MutationKind
  readonly from: string
  readonly to: string
  readonly text: string
}

/** A place in a text, and what may stand there instead. Offsets are UTF-16, end exclusive. */
export interface MutablePlace {
  readonly kind: MutationKind
  readonly start: number
  readonly end: number
  readonly others: readonly string[]
}

/** True where a citation stands: "[F3 F4]" is no part of the text. */
export function isCitation(text: string, start: number): boolean {
  const open = text.lastIndexOf('[', start)
  return open >= 0 && text.indexOf(']', open) >= start && /^\[[F\d ]+\]/u.test(text.slice(open))
}
