import type { IndexedFact } from './fact-index.js'
import { within, type NumberMention } from './mentions.js'
import type { Reading } from './reading.js'

/** "Koen Park has two releases in this catalogue": how many there are, without a year in which they came out. */
export function isCountOfReleases(reading: Reading, number: NumberMention): boolean {
  const before = reading.tokens[number.first - 1]
  const clause = reading.clauseOf(number)
  return (
    (number.unit === 'release' || (number.unit === 'track' && before?.possessive === true && reading.keys(clause).includes('longest'))) &&
    (before?.possessive === true || ['has', 'have'].includes(before?.key ?? '')) &&
    !reading.dates.some((date) => within(date, clause)) &&
    !reading.keys(clause).includes('both')
  )
}

/** "the 24th episode about plex", "the 24th that you played": not the number that the show gave it. */
export function isOrdinalOfOther(reading: Reading, number: NumberMention): boolean {
  const noun = reading.tokens[number.last + 1]?.key ?? ''
  const next = reading.tokens[number.last + 2]?.key ?? ''
  return ['episode', 'chapter', 'show'].includes(noun) && ['about', 'on', 'with', 'you', 'that', 'to', 'tagged'].includes(next)
}

/** "Of the 17 episodes that you played, you finished 13": the noun is said with the whole. */
export function isPartOfWhole(reading: Reading, number: NumberMention, fact: IndexedFact): boolean {
  const whole = fact.quantities.find((own) => own.role === 'of')?.value
  const part = fact.quantities.find((own) => own.role === 'count')?.value
  const said = reading.numbers.find((other) => other.first < number.first && other.value === whole && other.unit === 'episode' && !other.ordinal)
  return (
    number.unit === null &&
    !number.ordinal &&
    part === number.value &&
    said !== undefined &&
    reading.tokens[number.first - 1]?.key === 'finished' &&
    reading.tokens.slice(Math.max(0, said.first - 2), said.first).some((token) => token.key === 'of' || token.key === 'played')
  )
}

/** "You have played 166 episodes and finished 117 of them". */
export function isPlayedWhole(reading: Reading, number: NumberMention): boolean {
  return (
    number.unit === 'episode' &&
    reading.tokens[number.first - 1]?.key === 'played' &&
    reading.tokens.some((token, index) => index > number.last && token.role !== 'name' && token.key === 'finished')
  )
}
