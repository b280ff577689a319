import { negations } from './en/other-words.js'
import { factsOfDate } from './check-dates.js'
import type { IndexedFact } from './fact-index.js'
import { within } from './mentions.js'
import type { Reading } from './reading.js'

const listening = new Set('play plays played history heard shelf shelves yours'.split(' '))

function licences(reading: Reading, index: number): IndexedFact[] {
  const clause = reading.clauseOf({ first: index })
  const key = reading.tokens[index]?.key ?? ''
  const all = reading.keys({ first: 0, last: reading.tokens.length - 1 })
  return reading.facts.filter((fact) => {
    // "No chiptune in your history": the sentence is about plays, and denies this tag and no other.
    if (fact.fact.property === 'no-tag-plays')
      return (
        all.some((word) => listening.has(word) || (key !== 'not' && ['you', 'your'].includes(word))) && reading.tags.some((tag) => fact.tags.includes(tag.tag))
      )
    if (fact.fact.property === 'artist-last-play') {
      const keys = reading.keys(clause)
      return (
        keys.includes('since') &&
        (keys.includes('played') || keys.includes('heard')) &&
        reading.dates.some((date) => within(date, clause) && factsOfDate(reading, date).includes(fact))
      )
    }
    return fact.statementKeys.has(key) && reading.tokens.slice(clause.first, clause.last + 1).filter((token) => fact.statementKeys.has(token.key)).length > 2
  })
}

/** Nothing is denied that a cited fact does not deny. */
export function checkNegations(reading: Reading): void {
  for (const [index, token] of reading.tokens.entries()) {
    if (token.kind !== 'word' || token.role !== null || !negations.has(token.key)) continue
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
