import type { CorpusEntry } from './corpus.js'
import { isCitation, type MutablePlace } from './mutation.js'
import { sayNumber, sayOrdinal } from './say-number.js'

const inWords = Array.from({ length: 998 }, (_, index) => [sayNumber(index + 2), index + 2] as const)
const words = new Map(inWords.flatMap(([word, value]) => [[word, value] as const, [word.replaceAll('-', ' '), value] as const]))
const wordPattern = new RegExp(
  String.raw`\b(?:${[...words.keys()].toSorted((left, right) => right.length - left.length).join('|')})\b(?!-(?:one|two|three|four|five|six|seven|eight|nine)\b)`,
  'giu',
)
const ordinalPattern = /\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b/giu

/** "more than seven" is true of eight, too: only numbers beyond the limit are others. */
function limitBefore(text: string, start: number): (value: number, said: number) => boolean {
  const before = text.slice(Math.max(0, start - 14), start).toLowerCase()
  if (/(?:more than|over|at least) $/u.test(before)) return (value, said) => value > said
  if (/(?:fewer than|less than|under|at most) $/u.test(before)) return (value, said) => value < said
  return () => true
}

/** Near, far, turned round, and the other numbers of the same facts. */
function otherNumbers(entry: CorpusEntry, value: number): number[] {
  const turned = Number([...String(value)].toReversed().join(''))
  const stated = entry.facts.flatMap((fact) => Object.values(fact.values).filter((own) => typeof own === 'number'))
  const near = [value - 1, value + 1, value + 2, value - 3, value + 10, value * 2, Math.round(value / 2), value * 10, turned]
  return [...new Set([...near, ...stated.filter((own) => own < 10_000)])].filter((other) => other > 1 && other !== value)
}

function capitalise(word: string, like: string): string {
  return /^\p{Lu}/u.test(like) ? `${word.charAt(0).toUpperCase()}${word.slice(1)}` : word
}

/** Numbers in digits and words, clock times and ordinals; years and days belong to dates. */
export function mutableNumbers(entry: CorpusEntry): MutablePlace[] {
  const { text } = entry
  const places: MutablePlace[] = []
  const add = (kind: 'number' | 'number-word', match: RegExpExecArray, others: readonly string[]): void => {
    const [start, end] = [match.index, match.index + match[0].length]
    if (isCitation(text, start) || places.some((place) => start < place.end && end > place.start)) return
    places.push({ kind, start, end, others: [...new Set(others)].filter((other) => other !== match[0]) })
  }
  for (const match of text.matchAll(/\b\d{1,2}(?::\d{2}){1,2}\b/gu)) add('number', match, otherClocks(entry, match[0]))
  for (const match of text.matchAll(/\b(\d\.\d)k\b/gu)) {
    const tenths = Math.round(Number(match[1]) * 10)
    add(
      'number',
      match,
      [tenths - 1, tenths + 1, tenths + 2, tenths * 2].map((other) => `${(other / 10).toFixed(1)}k`),
    )
  }
  for (const match of text.matchAll(/(?<![\d:.,\p{L}]|F)(?:\d{1,3}(?:,\d{3})+|\d{1,3})(?![\d:]|[.,]\d|\p{L}|-?\d)/gu)) {
    if (isDay(text, match)) continue
    const value = Number(match[0].replaceAll(',', ''))
    const allowed = limitBefore(text, match.index)
    const others = otherNumbers(entry, value).filter((other) => allowed(other, value))
    add('number', match, match[0].includes(',') ? others.map((other) => other.toLocaleString('en')) : others.map(String))
  }
  for (const match of text.matchAll(wordPattern)) {
    const value = words.get(match[0].toLowerCase()) ?? 0
    const allowed = limitBefore(text, match.index)
    const others = otherNumbers(entry, value).filter((other) => other < 1_000 && allowed(other, value))
    add(
      'number-word',
      match,
      others.map((other) => capitalise(sayNumber(other), match[0])),
    )
  }
  for (const match of text.matchAll(ordinalPattern)) {
    add(
      'number-word',
      match,
      [1, 2, 3, 4, 5, 6, 7]
        .flatMap((other) => sayOrdinal(other) ?? [])
        .filter((other) => other !== match[0].toLowerCase())
        .map((other) => capitalise(other, match[0])),
    )
  }
  return places
}

/** "9 October 2020": the 9 belongs to the date. */
function isDay(text: string, match: RegExpExecArray): boolean {
  return /^ (?:January|February|March|April|May|June|July|August|September|October|November|December)\b/u.test(text.slice(match.index + match[0].length))
}

function sayClock(seconds: number): string {
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
  const [hours, minutes, rest] = parts.map((part) => String(part).padStart(2, '0'))
  return parts[0] === 0 ? `${parts[1]}:${rest}` : `${Number(hours)}:${minutes}:${rest}`
}

function otherClocks(entry: CorpusEntry, clock: string): string[] {
  const seconds = clock.split(':').reduce((total, part) => total * 60 + Number(part), 0)
  const stated = entry.facts.flatMap((fact) =>
    ['startMs', 'endMs', 'durationMs'].flatMap((key) => {
      const value = fact.values[key]
      return typeof value === 'number' ? [Math.floor(value / 1_000)] : []
    }),
  )
  return [seconds + 1, seconds - 1, seconds + 10, seconds + 60, seconds - 60, seconds * 2, ...stated]
    .filter((other) => other > 0 && Math.abs(other - seconds) > 0)
    .map(sayClock)
}
