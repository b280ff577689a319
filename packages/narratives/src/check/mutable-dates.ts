import type { CorpusEntry } from './corpus.js'
import { isCitation, type MutablePlace } from './mutation.js'

const months = 'January February March April May June July August September October November December'.split(' ')
const monthPattern = new RegExp(String.raw`\b(?:${months.join('|')})\b`, 'gu')
const dayPattern = new RegExp(String.raw`\b\d{1,2}(?= (?:${months.join('|')})\b)`, 'gu')

function statedYears(entry: CorpusEntry): string[] {
  return entry.facts.flatMap((fact) => Object.values(fact.values).flatMap((value) => String(value).match(/^(?:19|20)\d{2}(?=$|-)/u)?.[0] ?? []))
}

/** Years, months, days of a month and decades. */
export function mutableDates(entry: CorpusEntry): MutablePlace[] {
  const { text } = entry
  const places: MutablePlace[] = []
  const add = (match: RegExpExecArray, others: readonly string[]): void => {
    if (!isCitation(text, match.index))
      places.push({ kind: 'date', start: match.index, end: match.index + match[0].length, others: [...new Set(others)].filter((other) => other !== match[0]) })
  }
  for (const match of text.matchAll(/(?<![\d:.,])(?:19|20)\d{2}(?![\d:]|[.,]\d|s\b)/gu)) {
    const year = Number(match[0])
    add(match, [...[-1, 1, -2, 3, -10, 10].map((step) => String(year + step)), ...statedYears(entry)])
  }
  for (const match of text.matchAll(/(?:\b(?:19|20)|['’]|\b)([5-9]0s)\b/gu))
    add(
      match,
      ['50s', '60s', '70s', '80s', '90s'].filter((other) => other !== match[1]).map((other) => match[0].replace(match[1] ?? '', other)),
    )
  for (const match of text.matchAll(monthPattern)) add(match, months)
  for (const match of text.matchAll(dayPattern))
    add(
      match,
      [-1, 1, 2, 7].map((step) => String(((Number(match[0]) + step + 26) % 28) + 1)),
    )
  return places
}
