import type { Phrase } from './language.js'

export interface Slot {
  readonly family: string
  readonly name: string
  readonly article: boolean
}

/** A sentence of phrase data, taken apart: texts and slots in turn. */
export interface Sentence {
  readonly parts: readonly (string | Slot)[]
  /** Families it rests on without a word of theirs. */
  readonly rests: readonly string[]
  /** Runs of three literal words, in lower case. */
  readonly trigrams: readonly string[]
  /** Its longest literal text, in lower case and without a full stop at its end. */
  readonly longest: string
}

const slotPattern = /\{(\+|a:)?([a-z]+)(?:\.([A-Za-z]+))?\}/gu

/** Words as they are compared: lower case, without punctuation, apostrophes alike. */
export function plainWords(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}][\p{L}\p{N}'-]*/gu) ?? []
  )
}

/** Every run of three words. */
export function trigramsOf(text: string): readonly string[] {
  const words = plainWords(text)
  return words.slice(0, -2).map((word, index) => [word, words[index + 1], words[index + 2]].join(' '))
}

function parseSentence(source: string): Sentence {
  const parts: (string | Slot)[] = []
  const rests: string[] = []
  let end = 0
  let literal = ''
  for (const match of source.matchAll(slotPattern)) {
    literal += source.slice(end, match.index)
    end = match.index + match[0].length
    const [, flag, family = '', name] = match
    if (flag === '+' || name === undefined) rests.push(family)
    else {
      if (literal !== '') parts.push(literal)
      literal = ''
      parts.push({ family, name, article: flag === 'a:' })
    }
  }
  literal += source.slice(end)
  if (literal !== '') parts.push(literal)
  const literals = parts.filter((part) => typeof part === 'string').map((part) => part.toLowerCase().replace(/\.$/, ''))
  const longest = literals.reduce((most, one) => (one.length > most.length ? one : most), '')
  return { parts, rests, longest, trigrams: parts.flatMap((part) => (typeof part === 'string' ? trigramsOf(part) : [])) }
}

const parsed = new Map<string, Sentence>()

/** Parsed once per sentence: the phrase data is small and never changes while it runs. */
export function parsePhrase(phrase: Phrase): readonly Sentence[] {
  return (typeof phrase === 'string' ? [phrase] : phrase).map((source) => {
    const known = parsed.get(source) ?? parseSentence(source)
    parsed.set(source, known)
    return known
  })
}
