import { negations } from './en/other-words.js'
import { factsOfDate } from './check-dates.js'
import type { IndexedFact } from './fact-index.js'
import { within } from './mentions.js'
import type { Reading } from './reading.js'

const listening = new Set('play plays played history heard shelf shelves yours'.split(' '))

/** "No track on X is longer": X is the release of which the fact says so. */
export function isLongest(reading: Reading, index: number, fact: IndexedFact): boolean {
  const noun = /^(?:track|song)$/u.test(reading.tokens[index + 1]?.key ?? '') && ['on', 'of'].includes(reading.tokens[index + 2]?.key ?? '')
  const release = reading.names.find((name) => name.first === index + 3)
  const held = release?.names.some((form) => form.role === 'release' && form.value === fact.fact.values['release']) === true
  const after = reading.tokens.slice((release?.last ?? index) + 1).map((token) => token.key)
  return noun && held && after[0] === 'is' && after[1] === 'longer' && after[2] !== 'than'
}

function licences(reading: Reading, index: number): IndexedFact[] {
  const clause = reading.clauseOf({ first: index })
  const key = reading.tokens[index]?.key ?? ''
  const all = reading.keys({ first: 0, last: reading.tokens.length - 1 })
  return reading.facts.filter((fact) => {
    // "No chiptune in your history": the sentence is about plays, and denies this tag and no other.
    if (fact.fact.property === 'no-tag-plays')
      return (
        all.some(
          (word) =>
            listening.has(word) ||
            word === 'far' ||
            (key !== 'not' && ['you', 'your'].includes(word)) ||
            (key === 'none' && ['since', 'tagged'].includes(word)),
        ) && reading.tags.some((tag) => fact.tags.includes(tag.tag))
      )
    if (fact.fact.property === 'artist-last-play') {
      const near = { first: clause.first, last: clause.last }
      const before = reading.clauses.findLast((other) => other.last < clause.first)
      if (before !== undefined && clause.last - clause.first < 3) near.first = before.first
      const keys = reading.keys(near)
      return (
        ['since', 'after'].some((word) => keys.includes(word)) &&
        all.some((word) => ['played', 'heard', 'plays', 'play'].includes(word)) &&
        reading.dates.some((date) => within(date, near) && factsOfDate(reading, date).includes(fact))
      )
    }
    if (fact.fact.property === 'few-listeners' && ['hardly', 'barely', 'not'].includes(key))
      return reading.numbers.some((number) => number.comparator === 'fewer') && (key !== 'not' || reading.tokens[index + 1]?.key === 'many')
    if (fact.fact.property === 'longest-track' && key === 'no' && isLongest(reading, index, fact)) return true
    return fact.statementKeys.has(key) && reading.tokens.slice(clause.first, clause.last + 1).filter((token) => fact.statementKeys.has(token.key)).length > 2
  })
}

/** Nothing is denied that a cited fact does not deny. */
const harmless = new Set('surprise gamble detour hurry rush'.split(' '))

export function checkNegations(reading: Reading): void {
  const either = reading.tokens.findIndex((token) => token.role !== 'name' && token.role !== 'quotation' && token.key === 'either')
  if (either >= 0 && reading.tokens.some((token) => token.role === null && negations.has(token.key)))
    reading.refuse('negation', 'no cited fact denies both', { first: either, last: either })
  for (const [index, token] of reading.tokens.entries()) {
    if (token.kind !== 'word' || token.role !== null || !negations.has(token.key)) continue
    if (token.key === 'no' && harmless.has(reading.tokens[index + 1]?.key ?? '')) {
      token.role = 'opinion'
      continue
    }
    const facts = licences(reading, index)
    const mention = { first: index, last: index }
    token.role = 'function'
    if (facts.length === 0) reading.refuse('negation', `no cited fact says “${token.text}”`, mention)
    else
      reading.support(
        mention,
        facts.map((fact) => fact.fact.id),
      )
  }
}
