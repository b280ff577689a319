import type { IndexedFact } from '../fact-index.js'
import type { Reading } from '../reading.js'
import type { MaskedSentence, Slot } from './mask-sentence.js'

/** The place of a mark in the order of the sentence. */
export function indexOf(mark: string): number {
  return Number(/\d+/u.exec(mark)?.[0] ?? -1)
}

/** Mentions of a kind, in the order of the sentence. */
export function slotsOf({ slots }: MaskedSentence, kind: string): Slot[] {
  const wanted = Array.from(kind === 'D' ? 'ymd' : kind === 'W' ? 'TR' : kind)
  return [...slots.values()].filter(({ mark }) => wanted.some((letter) => /[@#](?<kind>[A-Za-z]+)/u.exec(mark)?.groups?.['kind']?.includes(letter) === true))
}

/** The last mention of a kind before one of the sentence, or else in the sentence: also where its clause was taken out before. */
export function lastSlot(masked: MaskedSentence, kind: string, before: number): Slot | undefined {
  const found = slotsOf(masked, kind)
  return found.findLast(({ mark }) => indexOf(mark) < before) ?? found.at(-1)
}

/** The only name of a kind that the cited facts about this listener hold: whom a pronoun means where the sentence names nobody. */
export function onlyName(reading: Reading, kind: string): Slot | undefined {
  const key = { A: 'artist', R: 'release', L: 'label', S: 'show', T: 'title' }[kind]
  if (key === undefined) return undefined
  const named = (facts: readonly IndexedFact[]): Set<string> =>
    new Set(facts.flatMap(({ fact }) => (typeof fact.values[key] === 'string' ? [fact.values[key]] : [])))
  const before = named(reading.previous.filter(({ fact }) => fact.property !== 'item'))
  const values =
    before.size === 1 ? before : named(kind === 'T' || kind === 'R' ? reading.facts : reading.facts.filter(({ fact }) => fact.kind === 'listening'))
  const [only] = values
  return only === undefined || values.size > 1
    ? undefined
    : { mark: '', text: `“${only}”`, value: null, date: null, values: [only], unit: null, comparator: 'exactly', of: null }
}

/** The last name of a text that stands behind no preposition. */
export function subjectOf(text: string, { slots }: MaskedSentence): Slot | undefined {
  const names = [...text.matchAll(/⟨@[A-Z]+\d+⟩/gu)].filter(
    (match) => !/\b(?:on|by|from|off|of|with|to|in|and) (?:(?:the|its|a) )?(?:\w+ )?$/iu.test(text.slice(0, match.index)),
  )
  return slots.get(names.at(-1)?.[0] ?? '')
}
