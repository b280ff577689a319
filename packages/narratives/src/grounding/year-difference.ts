import type { DateRole } from './fact-dates.js'
import type { Reading } from './reading.js'

interface Dated {
  readonly year: number
  readonly id: string
  readonly title: unknown
  /** What this listener did, not what came out. */
  readonly own: boolean
  readonly role: DateRole
}

const listening = new Set(['listening', 'first-play', 'last-play', 'since'])

function datedFacts(reading: Reading): Dated[] {
  return [...reading.facts, ...reading.previous].flatMap((fact) =>
    fact.dates
      .filter((date) => date.role === 'release' || date.role === 'episode' || listening.has(date.role))
      .map((date) => ({
        year: Number(date.value.slice(0, 4)),
        id: fact.fact.id,
        title: fact.fact.values['title'],
        own: listening.has(date.role),
        role: date.role,
      })),
  )
}

/** "sixteen years before you first played them": what follows the word is the later of the two. */
function pointOfView(reading: Reading, last: number): 'own' | 'released' | null {
  const word = reading.tokens.findIndex((token, index) => index > last && (token.key === 'before' || token.key === 'after'))
  if (word < 0 || word > last + 3) return null
  const next = reading.tokens.slice(word + 1, reading.clauseOf({ first: word }).last + 1)
  const you = next.findIndex((token) => token.key === 'you' || token.key === 'your')
  const came = next.findIndex((token) => token.key === 'came')
  if (you >= 0 && (came < 0 || you < came)) return 'own'
  return next.some((token) => token.role === 'name') ? 'released' : null
}

/** "before you first played", "after your last play": which of the listener's dates is meant. */
function roleSaid(reading: Reading, last: number): DateRole | null {
  const keys = reading.keys({ first: last + 1, last: reading.clauseOf({ first: last }).last })
  if (keys.some((key) => ['first', 'met', 'discovered'].includes(key))) return 'first-play'
  return keys.includes('last') ? 'last-play' : null
}

/** "one year later": two dated facts that far apart, seen from the year that the sentence names, if it names one. */
export function hasYearDifference(
  reading: Reading,
  number: { readonly value: number; readonly last: number },
  direction: 'apart' | 'later' | 'earlier',
): readonly string[] | null {
  const known = datedFacts(reading)
  const sign = direction === 'earlier' ? -1 : 1
  const view = pointOfView(reading, number.last)
  if (view !== null) {
    const named = (entry: Dated): boolean =>
      reading.facts.some(
        (fact) =>
          fact.fact.id === entry.id &&
          reading.names.some(
            (name) => name.first > number.last && name.names.some((form) => fact.names.some((own) => own.value === form.value && own.role === 'release')),
          ),
      )
    const role = roleSaid(reading, number.last)
    const said = reading.dates.findLast((date) => date.last < number.last && /^\d{4}/u.test(date.value) && !date.decade)
    // "two years after you first played them, in 2021": the other year is named behind.
    const clause = reading.clauseOf({ first: number.last })
    const next = reading.dates.find((date) => date.first > number.last && date.first <= clause.last + 3 && /^\d{4}$/u.test(date.value))
    const later = next === undefined ? null : Number(next.value)
    const starts = known.filter((entry) => (view === 'own' ? entry.own && (role === null || entry.role === role) : !entry.own && named(entry)))
    for (const start of starts) {
      const end = known.find(
        (other) =>
          other.id !== start.id &&
          (view === 'released' || (later === null ? other.own !== start.own : later === other.year)) &&
          (said === undefined || other.year === Number(said.value.slice(0, 4))) &&
          other.year === start.year + sign * number.value,
      )
      if (end !== undefined) return [start.id, end.id]
    }
    return null
  }
  const from = reading.dates.find((date) => /^\d{4}/u.test(date.value) && !date.decade)
  for (const start of known) {
    if (from !== undefined && direction !== 'apart' && start.year !== Number(from.value.slice(0, 4))) continue
    const end = known.find(
      (other) =>
        other.id !== start.id && (direction === 'apart' ? Math.abs(other.year - start.year) === number.value : other.year === start.year + sign * number.value),
    )
    const itemTitle = reading.item?.fact.values['title']
    if (end !== undefined && (direction === 'apart' || from !== undefined || itemTitle === undefined || end.title === undefined || end.title === itemTitle))
      return [start.id, end.id]
  }
  return null
}

/** "thirteen months later": the first and the last play are so many months apart. */
export function hasMonthDifference(reading: Reading, months: number): readonly string[] | null {
  const known = reading.facts.flatMap((fact) =>
    fact.dates
      .filter((date) => date.role === 'first-play' || date.role === 'last-play')
      .map((date) => ({ id: fact.fact.id, at: Number(date.value.slice(0, 4)) * 12 + Number(date.value.slice(5, 7)) })),
  )
  for (const start of known) {
    const end = known.find((other) => other.at === start.at + months)
    if (end !== undefined) return [start.id, end.id]
  }
  return null
}
