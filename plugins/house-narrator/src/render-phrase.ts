import type { LanguageRules, Phrase, Wording } from './language.js'
import { parsePhrase, type Sentence, type Slot } from './phrase-parts.js'
import type { SlotFamily } from './slots/fact-reader.js'

export interface RenderedSentence {
  readonly text: string
  readonly factIds: readonly string[]
  readonly source: Sentence
}

export interface Rendering {
  readonly sentences: readonly RenderedSentence[]
  readonly families: ReadonlySet<string>
  /** Slot values as they were said: a text says none of them twice. */
  readonly said: readonly string[]
  readonly words: number
  /** Of the reserve of its pool. */
  readonly isReserve: boolean
}

export type FindFamily = (family: string) => SlotFamily | null

const countWords = (text: string) => text.split(/\s+/u).filter((word) => word !== '').length
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function wordingOf(slot: Slot, find: FindFamily, rules: LanguageRules): Wording | null {
  const wording = find(slot.family)?.slots[slot.name] ?? null
  return wording !== null && slot.article ? rules.withArticle(wording) : wording
}

/** A name may end in a full stop, an exclamation or a question mark of its own: no second one after it. */
const after = (name: string, literal: string) => (/[.!?…]$/u.test(name) ? literal.replace(/^\./u, '') : literal)

function renderSentence(source: Sentence, find: FindFamily, rules: LanguageRules): { text: string; said: string[] } | null {
  const said: string[] = []
  let text = ''
  for (const part of source.parts) {
    if (typeof part === 'string') text += text === '' ? capital(part) : after(text, part)
    else {
      const wording = wordingOf(part, find, rules)
      if (wording === null) return null
      said.push(wording.text)
      text += text === '' ? wording.initial : wording.text
    }
  }
  return { text, said }
}

/** The phrase with its facts in it, or null where a fact that it needs is not known. Each sentence cites what its own slots rest on. */
export function renderPhrase(phrase: Phrase, find: FindFamily, rules: LanguageRules, isReserve = false): Rendering | null {
  const sentences: RenderedSentence[] = []
  const families = new Set<string>()
  const said: string[] = []
  for (const source of parsePhrase(phrase)) {
    const names = [...source.parts.flatMap((part) => (typeof part === 'string' ? [] : [part.family])), ...source.rests]
    const found = names.map((name) => find(name))
    if (found.includes(null)) return null
    const rendered = renderSentence(source, find, rules)
    if (rendered === null) return null
    const factIds = [...new Set(found.flatMap((family) => family?.factIds ?? []))]
    sentences.push({ text: rendered.text, factIds, source })
    said.push(...rendered.said)
    for (const name of names) families.add(name)
  }
  return { sentences, families, said, words: sentences.reduce((sum, sentence) => sum + countWords(sentence.text), 0), isReserve }
}
