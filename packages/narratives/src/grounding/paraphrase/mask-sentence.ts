import { months } from '../en/other-words.js'
import { within, type Comparator, type DurationMention, type NameRole, type Unit } from '../mentions.js'
import type { Reading } from '../reading.js'

/** One name, number, date, length, tag or quotation of a sentence, taken out of it. */
export interface Slot {
  /** The mark that stands for it: `@` for names or `#` for the rest, kind letters and a number between angle brackets. */
  readonly mark: string
  /** As it is written in the sentence. */
  readonly text: string
  /** A count, the milliseconds of a length; null for names. */
  readonly value: number | null
  /** A year, month or day as facts write it; null for all but dates. */
  readonly date: string | null
  /** What facts call a name; the tag of a tag; empty for the rest. */
  readonly values: readonly string[]
  /** What a count counts; null where its noun is not said, and for all but counts. */
  readonly unit: Unit | null
  /** "over", "about", "fewer than"; exactly for all but counts and lengths. */
  readonly comparator: Comparator
  /** The other half of "nine of ten". */
  readonly of: number | null
  /** To what a length is said; left out for all others. */
  readonly granularity?: DurationMention['granularity']
  /** Where it stands in the sentence, UTF-16, end exclusive; left out where it stands in none. */
  readonly span?: { readonly start: number; readonly end: number }
}

/** A sentence whose mentions are marks, so that a pattern can ask for an artist, a count or a month. */
export interface MaskedSentence {
  readonly text: string
  readonly slots: ReadonlyMap<string, Slot>
}

const letters: Readonly<Partial<Record<NameRole, string>>> = {
  artist: 'A',
  anchor: 'A',
  target: 'A',
  'original-artist': 'A',
  remixer: 'A',
  person: 'P',
  title: 'T',
  original: 'O',
  release: 'R',
  label: 'L',
  show: 'S',
  chapter: 'C',
  country: 'X',
  other: 'X',
}

interface Piece {
  readonly first: number
  readonly last: number
  readonly kind: string
  readonly value: number | null
  readonly date: string | null
  readonly values: readonly string[]
  readonly unit: Unit | null
  readonly comparator: Comparator
  readonly of: number | null
  readonly granularity?: DurationMention['granularity']
}

function dateKind(value: string, decade: boolean): string {
  if (decade) return 'e'
  if (value.startsWith('month-')) return 'k'
  return value === 'that-year' ? 'w' : (['y', 'm', 'd'][value.split('-').length - 1] ?? 'd')
}

function piecesOf(reading: Reading): Piece[] {
  const plain = { value: null, date: null, values: [], unit: null, comparator: 'exactly' as const, of: null }
  const named = reading.names.map((name): Piece => ({
    ...plain,
    first: name.first,
    last: name.last,
    kind: [...new Set(name.names.map(({ role }) => letters[role] ?? 'X'))].toSorted().join(''),
    values: [...new Set(name.names.map(({ value }) => value))],
  }))
  const quoted = reading.quotations
    .filter((quotation) => !reading.names.some((name) => within(name, quotation)))
    .map(({ first, last }): Piece => ({ ...plain, first, last, kind: 'q' }))
  return [
    ...named,
    ...quoted,
    ...reading.dates.map(({ first, last, value, decade }): Piece => ({ ...plain, first, last, kind: dateKind(value, decade), date: value })),
    ...reading.durations.map(({ first, last, milliseconds, clock, comparator, granularity }): Piece => ({
      ...plain,
      comparator,
      granularity,
      first,
      last,
      kind: clock ? 'c' : 't',
      value: milliseconds,
    })),
    ...reading.numbers.map(({ first, last, value, ordinal, of, unit, comparator }): Piece => ({
      ...plain,
      first,
      last,
      kind: of === null ? (ordinal ? 'o' : 'n') : 'f',
      value,
      of,
      unit,
      comparator,
    })),
    ...reading.tags.map(({ first, last, tag }): Piece => ({ ...plain, first, last, kind: 'g', values: [tag] })),
  ].toSorted((left, right) => left.first - right.first)
}

const opening = /^["“‘]$/u
const closing = /^["”’]$/u

const monthNames = [...months.keys()].map((name) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`)

/** "November" of a sentence that names the year before is "November 2017" in a sentence of its own. */
function spokenDate(date: string | null, written: string): string {
  const [year, month, day] = date?.split('-') ?? []
  if (year === undefined || !/^\d{4}$/u.test(year) || written.includes(year) || day !== undefined) return written
  return month === undefined ? year : `${monthNames[Number(month) - 1] ?? ''} ${year}`
}

/** Every mention becomes a mark; quotation marks around a name and a possessive ending stay outside of what is compared. */
export function maskSentence(reading: Reading): MaskedSentence {
  const slots = new Map<string, Slot>()
  let text = ''
  let from = 0
  let until = -1
  for (const { first, last, kind, ...said } of piecesOf(reading)) {
    if (first <= until) continue
    const quoted = /[A-Z]/u.test(kind) && opening.test(reading.tokens[first - 1]?.text ?? '') && closing.test(reading.tokens[last + 1]?.text ?? '')
    const [head, tail] = [reading.tokens[quoted ? first - 1 : first], reading.tokens[quoted ? last + 1 : last]]
    if (head === undefined || tail === undefined || head.start < from) continue
    const owner = !quoted && tail.possessive ? 2 : 0
    const end = tail.end - (owner > 0 && /['’]s$/u.test(tail.text) ? owner : 0)
    const mark = `⟨${/[A-Z]/u.test(kind) ? '@' : '#'}${kind}${slots.size}⟩`
    slots.set(mark, {
      mark,
      ...said,
      span: { start: head.start, end },
      text: spokenDate(/^[ym]$/u.test(kind) ? said.date : null, reading.text.slice(head.start, end)),
    })
    text += reading.text.slice(from, head.start) + mark
    from = end
    until = quoted ? last + 1 : last
  }
  return { text: text + reading.text.slice(from), slots }
}

/** The marks written out again. */
export function unmask(text: string, slots: ReadonlyMap<string, Slot>): string {
  return text.replaceAll(/⟨[@#]\w+⟩/gu, (mark) => slots.get(mark)?.text ?? mark)
}
