import type { Evidence } from '@linernotes/catalog'
import { functionWords } from '../grounding/en/function-words.js'
import { readNumber } from '../grounding/read-number.js'
import { tokenize } from '../grounding/token.js'

const nothing = new Set(['no', 'none', 'never', 'nothing', 'zero'])
const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2000, month, 1)).toLocaleString('en', { month: 'long', timeZone: 'UTC' }))

/** What a text says in words that could tell it from another: names, tags, numbers as #212 whichever way they are written; no function words. */
export function termsOfText(text: string): ReadonlySet<string> {
  const terms = new Set<string>()
  const tokens = tokenize(text)
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]
    if (token === undefined || token.kind === 'mark') continue
    const clock = /^\d+(?::\d{2})+$/u.test(token.text) ? token.text.split(':').map(Number) : []
    const number = clock.length > 0 ? null : readNumber(tokens, index)
    for (const part of clock) terms.add(`#${part}`)
    if (nothing.has(token.key)) terms.add('no')
    else if (number !== null && !(number.value === 1 && token.kind === 'word')) terms.add(`#${number.value}`)
    else if (!functionWords.has(token.key)) terms.add(token.key)
    if (number !== null) index = number.last
  }
  return terms
}

/** The terms of the values of a fact, without the words of its statement: "You played" stands in every second one. */
export function termsOfFact({ property, values }: Pick<Evidence, 'property' | 'values'>): ReadonlySet<string> {
  const terms = new Set(
    Object.entries(values).flatMap(([key, value]) => (Array.isArray(value) ? value : [value]).flatMap((one) => [...termsOfValue(key, one)])),
  )
  if (property.startsWith('no-')) terms.add('no')
  return terms
}

function termsOfValue(key: string, value: string | number | boolean | null): Iterable<string> {
  if (typeof value === 'number') return key.endsWith('Ms') ? [`#${Math.floor(value / 60_000)}`, `#${Math.floor(value / 1_000) % 60}`] : [`#${value}`]
  if (typeof value !== 'string') return []
  const date = /^(?<year>\d{4})-(?<month>\d{2})(?:-(?<day>\d{2}))?/u.exec(value)?.groups
  return date === undefined ? termsOfText(value) : termsOfText(`${monthName(date['month'])} ${date['day'] ?? ''} ${date['year']}`)
}

/** 03 is March. */
export function monthName(month: string | undefined): string {
  return months[Number(month) - 1] ?? ''
}
