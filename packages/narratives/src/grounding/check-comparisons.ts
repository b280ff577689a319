import type { IndexedFact } from './fact-index.js'
import { isLongest } from './check-negations.js'
import type { Reading } from './reading.js'

const comparing = new Set('predates predate postdates postdate older newer younger earlier later before after ahead-of longer shorter'.split(' '))
const listeningRoles = new Set(['listening', 'since', 'first-play', 'last-play'])

function yearsOf(facts: readonly IndexedFact[], wanted: (role: string) => boolean): { year: number; id: string; title: unknown }[] {
  return facts.flatMap((fact) =>
    fact.dates
      .filter((date) => wanted(date.role))
      .map((date) => ({ year: Number(date.value.slice(0, 4)), id: fact.fact.id, title: fact.fact.values['title'] })),
  )
}

/** This one is older than everything that the sentence and the one before say about the listener, or than a title that it names. */
function predates(reading: Reading, index: number): readonly string[] | null {
  const facts = [...reading.facts, ...reading.previous]
  const title = reading.item?.fact.values['title']
  const own = yearsOf(facts, (role) => role === 'release').filter((entry) => title === undefined || entry.title === undefined || entry.title === title)
  const object = reading.names.find(
    (name) =>
      name.first > index &&
      name.last < reading.clauseOf({ first: index }).last + 1 &&
      name.names.some((entry) => entry.role === 'title' || entry.role === 'original' || entry.role === 'release'),
  )
  const targets =
    object === undefined
      ? yearsOf(facts, (role) => listeningRoles.has(role))
      : yearsOf(facts, (role) => role === 'release').filter((entry) => object.names.some((name) => name.value === entry.title && entry.title !== title))
  const [first] = own
  const named = reading.names.find((name) => name.first === index + 1)
  if (named !== undefined && named !== object) return null
  if (first === undefined || targets.length === 0) return null
  return targets.every((target) => first.year < target.year) ? [first.id, ...targets.map((target) => target.id)] : null
}

/** "in 2024, the year you first heard them": the first or last play is of the year named before. */
function isYearOfPlay(reading: Reading, index: number): boolean {
  const [before, next, after] = [reading.tokens[index - 1]?.key, reading.tokens[index + 1]?.key, reading.tokens[index + 2]?.key]
  const year = reading.dates.findLast((date) => date.last < index && !date.decade)?.value.slice(0, 4)
  const role = after === 'first' ? 'first-play' : after === 'last' || after === 'stopped' ? 'last-play' : null
  return (
    before === 'the' &&
    next === 'you' &&
    year !== undefined &&
    reading.facts.some((fact) => fact.dates.some((date) => date.role === role && date.value.startsWith(year)))
  )
}

/** "2016 was your C-Doc year" is a superlative in disguise; "one year later" and "in that year" are not. */
function checkYears(reading: Reading): void {
  for (const [index, token] of reading.tokens.entries()) {
    if (token.role !== null || (token.key !== 'year' && token.key !== 'years')) continue
    const counted = reading.numbers.some((number) => number.unit === 'year' && number.last <= index && number.last >= index - 1)
    const before = reading.tokens[index - 1]?.key ?? ''
    const counting = ['a', 'that', 'one', 'same'].includes(before) && reading.facts.some((fact) => fact.fact.property === 'nth-release-in-year')
    const named =
      ['its', 'the'].includes(before) &&
      reading.dates.length > 0 &&
      !reading.tokens.some((other) => ['you', 'your', 'was'].includes(other.key)) &&
      reading.tokens[index + 1]?.key !== 'of'
    token.role = 'function'
    if (!counted && !counting && !named && !isYearOfPlay(reading, index))
      reading.refuse('superlative', '“year” stands for nothing that a cited fact says', { first: index, last: index })
  }
}

/** "23 times in 2021 before the last play in June": the count is of that year, and the last play of that month. */
function isBeforeLast(reading: Reading, index: number): boolean {
  const said =
    ['the', 'your'].includes(reading.tokens[index + 1]?.key ?? '') && reading.tokens[index + 2]?.key === 'last' && reading.tokens[index + 3]?.key === 'play'
  const [counted, last] = [reading.dates.findLast((date) => date.last < index), reading.dates.find((date) => date.first > index + 3)]
  if (!said || reading.tokens[index]?.key !== 'before' || counted === undefined || last === undefined) return false
  return reading.facts.some(
    (fact) =>
      fact.fact.property === 'artist-last-play' && fact.dates.some((own) => own.value === last.value && own.value.slice(0, 4) >= counted.value.slice(0, 4)),
  )
}

/** "“Bash” at 1:50, before “Texas” at 6:55": the two times say which comes first. */
function isOrderOfMarks(reading: Reading, index: number): boolean {
  const clocks = reading.durations.filter((duration) => duration.clock)
  const [left, right] = [clocks.findLast((clock) => clock.last < index), clocks.find((clock) => clock.first > index)]
  if (left === undefined || right === undefined) return false
  const [key, order] = [reading.tokens[index]?.key, left.milliseconds - right.milliseconds]
  return key === 'before' ? order < 0 : key === 'after' && order > 0
}

/** Comparisons are computed from the dates of the facts; "it" may mean what the sentence before said. */
export function checkComparisons(reading: Reading): void {
  for (const [index, token] of reading.tokens.entries()) {
    if (token.kind !== 'word' || token.role !== null || !comparing.has(token.key)) continue
    const mention = { first: index, last: index }
    const counted = [...reading.numbers, ...reading.durations].some(
      (number) => number.difference !== null && (number.last === index - 1 || number.last === index - 2),
    )
    token.role = 'function'
    const after =
      token.key === 'after' &&
      (reading.dates.some((date) => date.first === index + 1) ||
        reading.numbers.some((number) => (number.first === index + 1 || number.first === index + 2) && number.unit !== null && number.difference === null))
    if (counted || after || isOrderOfMarks(reading, index) || isBeforeLast(reading, index)) continue
    const before = token.key === 'before' && reading.tokens[index + 1]?.key === 'you'
    const longer =
      token.key === 'longer' && reading.tokens[index + 1]?.key === 'than' && reading.tokens.slice(index + 2, index + 4).some((next) => next.key === 'other')
    const tracks = reading.numbers.some((number) => number.unit === 'track' && number.first > index && number.first < index + 6)
    const longest = longer && tracks ? reading.facts.filter(({ fact }) => fact.property === 'longest-track').map(({ fact }) => fact.id) : []
    const none =
      token.key === 'longer' ? reading.facts.filter((fact) => reading.tokens.some((other, at) => other.key === 'no' && isLongest(reading, at, fact))) : []
    if (none.length > 0) longest.push(...none.map(({ fact }) => fact.id))
    const ids = token.key === 'predates' || token.key === 'predate' || before ? predates(reading, index) : longest.length > 0 ? longest : null
    if (ids === null) reading.refuse('comparison', `“${token.text}” does not follow from the cited facts`, mention)
    else {
      token.role = 'claim'
      reading.support(mention, [...new Set(ids)])
    }
  }
  checkYears(reading)
  for (const [index, token] of reading.tokens.entries()) {
    if (token.role !== null || token.key !== 'apart') continue
    token.role = 'function'
    if (![...reading.numbers, ...reading.durations].some((number) => number.difference === 'apart'))
      reading.refuse('comparison', '“apart” compares nothing', { first: index, last: index })
  }
}
