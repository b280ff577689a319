import { countWords } from './quote.js'
import type { Slot } from './read-slots.js'

export interface Sentence {
  readonly text: string
  readonly factIds: readonly string[]
  readonly words: number
  /** Runs of three words that are the narrator's own. */
  readonly trigrams: readonly string[]
}

export const plainWords = (text: string): readonly string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? []

export function trigramsOf(text: string): readonly string[] {
  const words = plainWords(text)
  return words.slice(0, -2).map((word, index) => [word, words[index + 1], words[index + 2]].join(' '))
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
/** A name may end in a mark of its own: no full stop after it. */
const after = (said: string, literal: string) => (/[.!?…]$/u.test(said) ? literal.replace(/^\./u, '') : literal)

/** The phrase with its slots filled and the facts that they rest on; null where one is not known. */
export function renderPhrase(phrase: string, slots: ReadonlyMap<string, Slot>): Sentence | null {
  const factIds = new Set<string>()
  const trigrams: string[] = []
  let text = ''
  for (const part of phrase.split(/(\{\+?[A-Za-z]+\})/u)) {
    const key = /^\{(\+?)([A-Za-z]+)\}$/u.exec(part)
    if (key === null) {
      text += text === '' ? capital(part) : after(text, part)
      trigrams.push(...trigramsOf(part))
      continue
    }
    const slot = slots.get(key[2] ?? '')
    if (slot === undefined) return null
    for (const id of slot.factIds) factIds.add(id)
    if (key[1] === '') text += text === '' ? slot.initial : slot.text
  }
  return { text, factIds: [...factIds], words: countWords(text), trigrams }
}
