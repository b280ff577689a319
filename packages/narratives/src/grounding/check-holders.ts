import type { IndexedFact } from './fact-index.js'
import type { NameMention, NumberMention } from './mentions.js'
import { within } from './mentions.js'
import type { Reading } from './reading.js'
import { units } from './en/units.js'

const holding = new Set('has had have holds'.split(' '))
const counted: ReadonlySet<string> = new Set([
  'compilation',
  'only-release-by-artist',
  'only-release-on-label',
  'first-release-by-artist',
  'first-release-on-label',
  'nth-release-in-year',
  'releases-in-year',
])

function isOf(name: NameMention, fact: IndexedFact): boolean {
  return fact.names.some((own) => name.names.some((form) => form.factId === fact.fact.id || form.value === own.value))
}

function keyAt(reading: Reading, index: number): string {
  const token = reading.tokens[index]
  return token === undefined || token.role === 'name' || token.role === 'quotation' ? '' : token.key
}

/** The noun that a number counts, if it stands near. */
function nounOf(reading: Reading, number: NumberMention): number {
  const last = reading.clauseOf(number).last
  return reading.tokens.findIndex((token, index) => index > number.last && index <= last && token.role !== 'name' && units.has(token.key))
}

/** The names that a count is tied to: "two NAME releases", "releases on NAME", "NAME has two". */
function tiedNames(reading: Reading, number: NumberMention): NameMention[] {
  const noun = nounOf(reading, number)
  const holder = holding.has(keyAt(reading, number.first - 1)) ? reading.names.find((name) => name.last === number.first - 2) : undefined
  const owner = reading.names.find(
    (name) =>
      reading.tokens[name.last]?.possessive === true &&
      (name.last === number.first - 1 || (name.last === number.first - 2 && reading.tokens[number.first - 1]?.kind === 'mark')),
  )
  const out = keyAt(reading, number.first - 1) === 'out' ? 1 : 0
  const issuer = ['put', 'released', 'issued', 'made'].includes(keyAt(reading, number.first - 1 - out))
    ? reading.names.find((name) => name.last === number.first - 2 - out)
    : undefined
  const subject = keyAt(reading, number.first - 1) === 'of' && ['one', 'first', 'third', 'second'].includes(keyAt(reading, number.first - 2))
  const is = subject ? reading.names.findLast((name) => name.last < number.first - 2 && ['is', 'was'].includes(keyAt(reading, name.last + 1))) : undefined
  const before = noun < 0 ? [] : reading.names.filter((name) => name.first > number.last && name.last < noun)
  const from = noun < 0 ? number.last : noun
  const after = reading.names.find((name) => name.first === from + 2 && ['on', 'by', 'from', 'of'].includes(keyAt(reading, from + 1)))
  const clause = reading.clauseOf(number)
  const opens = ['is', 'was'].includes(keyAt(reading, clause.first)) ? reading.names.findLast((name) => name.last < clause.first) : undefined
  return [holder, owner, issuer, is, opens, after, ...before].filter((name) => name !== undefined)
}

/** A clause that is a name alone, or a name and marks. */
function isAlone(reading: Reading, name: NameMention): boolean {
  const clause = reading.clauseOf(name)
  return reading.tokens
    .slice(clause.first, clause.last + 1)
    .every((token, index) => token.role === 'mark' || within({ first: clause.first + index, last: clause.first + index }, name))
}

/** A bare name beside a counted statement is what the statement is about: "so here is one: Concord, fourteen artists", "the third release of 2011: Stars". */
function besideNames(reading: Reading, number: { readonly first: number; readonly last: number }): NameMention[] {
  const clause = reading.clauseOf(number)
  const [next, before] = [reading.clauses.find((other) => other.first > clause.last), reading.clauses.findLast((other) => other.last < clause.first)]
  const separator = (end: number): string => reading.tokens[end]?.text ?? ''
  return [
    ...(next !== undefined && [':', ','].includes(separator(clause.last)) ? reading.names.filter((name) => within(name, next)) : []),
    ...(before !== undefined && [':', ','].includes(separator(before.last)) ? reading.names.filter((name) => within(name, before)) : []),
  ].filter((name) => isAlone(reading, name))
}

/** "the only release on NAME": NAME is the one of which the fact says it. */
function checkSingles(reading: Reading): void {
  for (const support of reading.supports) {
    const facts = reading.facts.filter((fact) => support.factIds.includes(fact.fact.id))
    const word = reading.tokens[support.first]?.key
    if (support.first !== support.last || (word !== 'only' && word !== 'first') || !facts.every((fact) => counted.has(fact.fact.property))) continue
    const noun = reading.tokens.findIndex(
      (token, index) => index > support.first && index < support.first + 6 && token.role !== 'name' && /^(?:release|record)s?$/u.test(token.key),
    )
    const tied = reading.names.filter(
      (name) =>
        (name.first > support.first && name.last < noun) ||
        (reading.tokens[name.last]?.possessive === true &&
          (name.last === support.first - 1 || (name.last === support.first - 2 && reading.tokens[support.first - 1]?.kind === 'mark'))) ||
        (name.last === support.first - 2 && holding.has(keyAt(reading, support.first - 1))) ||
        (noun > 0 && name.first === noun + 2 && ['on', 'by', 'from'].includes(keyAt(reading, noun + 1))),
    )
    if (facts.some((fact) => tied.every((name) => isOf(name, fact)))) continue
    for (const name of tied.slice(-1)) reading.refuse('relation', `no cited fact says “${word}” of ${reading.textOf(name)}`, name)
  }
}

/** A count belongs to the one whom the sentence gives it to. */
export function checkHolders(reading: Reading): void {
  checkSingles(reading)
  for (const number of reading.numbers) {
    const support = reading.supports.find((entry) => entry.first === number.first && entry.last === number.last)
    if (support === undefined || number.difference !== null) continue
    const facts = reading.facts.filter((fact) => support.factIds.includes(fact.fact.id))
    if (facts.some((fact) => fact.passageStems.length > 0)) continue
    const oneOf = number.unit === 'artist' && facts.some((fact) => fact.fact.property === 'compilation')
    for (const name of tiedNames(reading, number))
      if (!(oneOf && keyAt(reading, number.first - 1) === 'of' && name.names.some((form) => form.role === 'artist')) && !facts.some((fact) => isOf(name, fact)))
        reading.refuse('relation', `${reading.textOf(number)} is not said of ${reading.textOf(name)} in the cited facts`, name)
    if (!facts.every((fact) => counted.has(fact.fact.property))) continue
    const clause = reading.clauseOf(number)
    const called = number.unit === 'release' && ['one', 'first'].includes(keyAt(reading, number.first - 2))
    const subject = ['is', 'was'].includes(keyAt(reading, clause.first))
      ? reading.names.findLast((name) => name.last < clause.first)
      : reading.names.find((name) => within(name, clause) && ['is', 'was'].includes(keyAt(reading, name.last + 1)))
    const apposed = besideNames(reading, number).find((name) => name.last < number.first)
    for (const name of called ? [subject, apposed].filter((found) => found !== undefined) : [])
      if (!name.names.some((form) => form.role === 'release')) reading.refuse('relation', `${reading.textOf(name)} is no release`, name)
    const shared =
      number.unit === 'artist'
        ? reading.names.find((name) => ['share', 'on'].includes(keyAt(reading, name.first - 1)) && name.first > number.last && within(name, clause))
        : undefined
    if (shared !== undefined && !shared.names.some((form) => form.role === 'release'))
      reading.refuse('relation', `${reading.textOf(shared)} is no release`, shared)
    for (const name of besideNames(reading, number))
      if (!facts.some((fact) => isOf(name, fact)))
        reading.refuse('relation', `${reading.textOf(number)} is not said of ${reading.textOf(name)} in the cited facts`, name)
    const released = number.unit === 'release' && facts.every((fact) => fact.fact.property.startsWith('only-'))
    for (const name of released ? besideNames(reading, number).filter((candidate) => candidate.first > number.last) : [])
      if (!name.names.some((form) => form.role === 'release')) reading.refuse('relation', `${reading.textOf(name)} is no release`, name)
  }
}
