import type { SegmentText } from './cut-passages.js'
import { findMisheard } from './sounds-like-name.js'

const everydayNames = new Set(
  'i ok okay tv pc monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december english'.split(
    ' ',
  ),
)

/** Whether people typed a transcript: they name who speaks. A recogniser times every cue, or does not know who speaks. */
export function isMachineMade(segments: readonly SegmentText[]): boolean {
  return segments.every(({ endMs }) => endMs !== null) || segments.every(({ speaker }) => speaker === null)
}

/** Finds names that a recogniser made up. */
export interface NameCheck {
  /** Names in a text that no other source of the episode has, and words that are nearly the name of somebody who is in it. */
  unconfirmed(text: string): readonly string[]
  /** What sounds like a name of the episode and is not written so: in a text without capitals, names are not told from words otherwise. */
  misheard(text: string): readonly string[]
  /** Whether a speaker is somebody whom people name; where they name nobody, everybody is. */
  isKnown(speaker: string): boolean
}

/** Whether each word of a speaker's name stands in the name of somebody who is in an episode; of nobody's where nobody is named. */
export function isKnownSpeaker(speaker: string, people: readonly string[]): boolean {
  const named = new Set(people.flatMap(wordsOf).map(plain))
  return named.size === 0 || wordsOf(speaker).every((word) => named.has(plain(word)))
}

/** `known`: titles, show notes, chapters and whatever else people wrote about the episode; `people`: who is in it. */
export function checkNames(known: readonly string[], people: readonly string[]): NameCheck {
  const confirmed = new Set(known.flatMap(wordsOf).map(plain))
  const names = [...new Set(people.flatMap(wordsOf).map(plain))].filter((name) => name.length >= 5)
  const misheard = new Map<string, boolean>()
  const isMisheard = (word: string): boolean => {
    const found = misheard.get(word) ?? (word.length >= 5 && !confirmed.has(word) && names.some((name) => isNearly(word, name)))
    misheard.set(word, found)
    return found
  }
  return {
    misheard: findMisheard(known, people),
    isKnown: (speaker) => isKnownSpeaker(speaker, people),
    unconfirmed: (text) =>
      [...text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)].flatMap(({ 0: word, index }) => {
        const isName = /\p{Lu}/u.test(word) && (!startsSentence(text, index) || /^\S+ \p{Lu}\p{L}/u.test(text.slice(index)) || /.\p{Lu}/u.test(word))
        return isMisheard(plain(word)) || (isName && !confirmed.has(plain(word)) && !everydayNames.has(plain(word))) ? [word] : []
      }),
  }
}

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []

function startsSentence(text: string, index: number): boolean {
  return /(?:^|[.!?]["”’)]?\s+)["“'‘(]*$/u.test(text.slice(Math.max(0, index - 6), index))
}

/** "I'm" is I, "Brent's" is Brent. */
function plain(word: string): string {
  return word
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’].*$/u, '')
}

/** Heard like it and spelt otherwise: the same first letter, and one letter in four, at most two, added, left out or changed (Levenshtein 1966). */
function isNearly(word: string, name: string): boolean {
  const most = Math.min(2, Math.floor(name.length / 4))
  if (word === name || word === `${name}s` || word[0] !== name[0] || Math.abs(word.length - name.length) > most) return false
  let row = Array.from({ length: name.length + 1 }, (_, column) => column)
  for (let line = 1; line <= word.length; line++) {
    const next = [line]
    for (let column = 1; column <= name.length; column++) {
      const changed = (row[column - 1] ?? 0) + (word[line - 1] === name[column - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1))
    }
    row = next
  }
  return (row[name.length] ?? 0) <= most
}
