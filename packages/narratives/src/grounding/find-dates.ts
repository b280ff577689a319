import { decades, months, shortMonths } from './en/other-words.js'
import type { DateMention } from './mentions.js'
import type { Token } from './token.js'

function monthOf(token: Token | undefined): string | null {
  if (token === undefined || token.kind !== 'word' || token.role !== null || !token.capital) return null
  return months.get(token.key) ?? shortMonths.get(token.key) ?? null
}

function dayOf(token: Token | undefined): string | null {
  const day = token?.role === null ? /^(?<day>[12]?\d|3[01])(?:st|nd|rd|th)?$/u.exec(token.text)?.groups?.['day'] : undefined
  return day === undefined ? null : day.padStart(2, '0')
}

function yearOf(token: Token | undefined): string | null {
  return token?.role === null && /^(?:1[5-9]|20|21)\d{2}$/u.test(token.text) ? token.text : null
}

/** "2188 plays" is a count. Releases, tracks and episodes are not among these: "a 2010 release" is a date. */
const countedInPlural: ReadonlySet<string> = new Set(['plays', 'times', 'listens', 'spins', 'listeners', 'people', 'artists', 'labels', 'episodes'])
/** Before "May" and "March" these make sure that a month is meant. */
const beforeMonths: ReadonlySet<string> = new Set(['in', 'by', 'since', 'until', 'of', 'from'])

function readDate(tokens: readonly Token[], index: number): DateMention | null {
  const at = (offset: number): Token | undefined => tokens[index + offset]
  const first = at(0)
  if (first === undefined || first.role !== null) return null
  const mention = (length: number, value: string, decade = false): DateMention => ({ first: index, last: index + length - 1, value, decade })
  if (/^\d{4}-\d{2}/u.test(first.text)) return mention(1, first.text)
  const decade = /^(?:(?<century>\d{2})|['’])?(?<ten>\d)0s$/u.exec(first.text)?.groups
  if (decade !== undefined) return mention(1, `${decade['century'] ?? (Number(decade['ten']) < 3 ? '20' : '19')}${decade['ten'] ?? ''}0`, true)
  const named = decades.get(first.key)
  if (named !== undefined) return mention(1, named, true)
  const month = monthOf(first)
  if (month !== null) {
    const day = dayOf(at(1))
    const comma = at(2)?.text === ',' ? 3 : 2
    const year = yearOf(at(comma))
    if (day !== null && year !== null) return mention(comma + 1, `${year}-${month}-${day}`)
    const of = at(1)?.key === 'of' || at(1)?.text === ',' ? 2 : 1
    const plain = yearOf(at(of))
    if (plain !== null) return mention(of + 1, `${plain}-${month}`)
    const verb = (first.key === 'may' || first.key === 'march') && !beforeMonths.has(tokens[index - 1]?.key ?? '')
    return verb ? null : mention(isThatYear(tokens, index + 2) && at(1)?.key === 'of' ? 4 : 1, `month-${month}`)
  }
  if (isThatYear(tokens, index)) return mention(2, 'that-year')
  const day = dayOf(first)
  if (day !== null) {
    const of = at(1)?.key === 'of' ? 2 : 1
    const after = monthOf(at(of))
    const year = yearOf(at(of + 1))
    if (after !== null && year !== null) return mention(of + 2, `${year}-${after}-${day}`)
  }
  const year = yearOf(first)
  // "2022 Just Plain Ant listeners" counts listeners.
  const next = tokens.slice(index + 1).find((token) => token.role !== 'name')
  const people = at(1)?.role === 'name' && ['listeners', 'people'].includes(next?.key ?? '') && !beforeMonths.has(tokens[index - 1]?.key ?? '')
  // "2011 of NAME", "2008 track plays": counts, too, where no preposition makes a date of them.
  const yours = tokens[index - 1]?.key === 'your' && tokens[index - 2]?.key === 'of' && year !== null && Number(year) > 1900
  if (yours) return mention(1, year)
  const dated = [...beforeMonths, 'the', 'a', 'during', 'to', 'and', 'for'].includes(tokens[index - 1]?.key ?? '')
  const counts =
    !dated && ((at(1)?.key === 'of' && at(2)?.role === 'name') || (['track', 'song'].includes(at(1)?.key ?? '') && countedInPlural.has(at(2)?.key ?? '')))
  return year === null || people || counts || countedInPlural.has(at(1)?.key ?? '') ? null : mention(1, year)
}

function isThatYear(tokens: readonly Token[], index: number): boolean {
  return ['that', 'same'].includes(tokens[index]?.key ?? '') && tokens[index + 1]?.key === 'year' && tokens[index + 1]?.role === null
}

/** "in 2017, the last in November", "in February 2026, nine times that year": the year named before is meant. */
function withYear(mention: DateMention, before: readonly DateMention[]): DateMention {
  const year = before.findLast((other) => /^\d{4}/u.test(other.value) && !other.decade)?.value.slice(0, 4)
  if (year === undefined || !/^(?:month-|that-year)/u.test(mention.value)) return mention
  return { ...mention, value: mention.value === 'that-year' ? year : mention.value.replace('month', year) }
}

/** Years, months, days and decades outside names and quotations; their tokens are taken. A month whose year is not named has a value that no fact has. */
export function findDates(tokens: Token[]): DateMention[] {
  const mentions: DateMention[] = []
  for (let index = 0; index < tokens.length; index += 1) {
    const mention = readDate(tokens, index)
    if (mention === null) continue
    for (const token of tokens.slice(mention.first, mention.last + 1)) token.role = 'date'
    mentions.push(withYear(mention, mentions))
    index = mention.last
  }
  return mentions
}
