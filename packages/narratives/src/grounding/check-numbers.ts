import { timeUnits } from './en/units.js'
import { dateMatches } from './fact-dates.js'
import { factsAbout } from './fact-subject.js'
import type { IndexedFact } from './fact-index.js'
import type { FactQuantity } from './fact-quantities.js'
import { within, type NumberMention } from './mentions.js'
import { factsOfDate } from './check-dates.js'
import { checkVagueNumbers } from './check-vague-numbers.js'
import { listenedTag, taggedBefore } from './listened-tag.js'
import { missingQualifier } from './missing-qualifier.js'
import { stem } from './stem.js'
import { isCountOfReleases, isOrdinalOfOther, isPartOfWhole, isPlayedWhole } from './number-parts.js'
import { hasMonthDifference, hasYearDifference } from './year-difference.js'
import type { Reading } from './reading.js'

function equals(number: NumberMention, value: number): boolean {
  if (number.precision > 0) return Math.abs(value - number.value) < number.precision / 2
  if (number.comparator === 'more') return value > number.value && value < number.value * 1.15
  if (number.comparator === 'fewer') return value < number.value && value > number.value * 0.85
  if (number.comparator === 'about') return Math.abs(value - number.value) <= Math.max(1, number.value * 0.03)
  return value === number.value
}

function holds(number: NumberMention, quantity: FactQuantity, tracks = false): boolean {
  // "whose tracks you have played 13 times": 13 plays of tracks.
  const played = tracks && number.unit === 'play' && quantity.unit === 'track'
  if (number.unit !== null && number.unit !== quantity.unit && !played) return false
  if (number.unit === null && quantity.role !== 'ordinal' && quantity.role !== 'fewer-than') return false
  if (quantity.role === 'fewer-than') return number.comparator === 'fewer' && number.value === quantity.value
  if (number.ordinal !== (quantity.role === 'ordinal')) return false
  return quantity.role !== 'of' && equals(number, quantity.value)
}

function candidates(reading: Reading, number: NumberMention): IndexedFact[] {
  if (timeUnits.has(reading.tokens[number.last + 1]?.key ?? '')) return []
  return reading.facts.filter((fact) => {
    const { quantities } = fact
    const allBut = reading.tokens[number.first - 1]?.key === 'but' && reading.tokens[number.first - 2]?.key === 'all'
    if (number.of !== null && allBut)
      return (
        quantities.some((own) => own.role === 'of' && own.value === number.of) &&
        quantities.some((own) => own.role === 'count' && own.value === Number(number.of) - number.value)
      )
    if (number.of !== null)
      return (
        quantities.some((own) => own.role === 'of' && own.value === number.of && (number.unit === null || own.unit === number.unit)) &&
        quantities.some((own) => own.role === 'count' && own.value === number.value)
      )
    const next = reading.tokens[number.last + 1]?.key
    const others = next === 'other' || reading.tokens[number.first - 1]?.key === 'other'
    if (others && fact.fact.property === 'compilation') return number.unit === 'artist' && quantities.some((own) => own.value === number.value + 1)
    if (others && fact.fact.property === 'longest-track')
      return reading.keys({ first: 0, last: number.first }).includes('longer') && quantities.some((own) => own.role === 'of' && own.value === number.value + 1)
    const finished = quantities.find((own) => own.role === 'count')
    if (isPartOfWhole(reading, number, fact)) return true
    if (
      reading.tokens[number.first - 1]?.key === 'all' &&
      finished !== undefined &&
      quantities.some(
        (own) => own.role === 'of' && own.value === finished.value && own.value === number.value && (number.unit === null || own.unit === number.unit),
      )
    )
      return true
    if (
      quantities.some(
        (own) =>
          own.role === 'of' &&
          own.value === number.value &&
          (own.unit === number.unit || number.unit === null) &&
          number.comparator === 'exactly' &&
          !number.ordinal,
      )
    )
      return /^(?:of|the|its|a)$/u.test(reading.tokens[number.first - 1]?.key ?? '') || isCountOfReleases(reading, number) || isPlayedWhole(reading, number)
    if (fact.fact.property === 'episode-number' && isOrdinalOfOther(reading, number)) return false
    const tracks = fact.fact.property === 'label-plays' && reading.keys({ first: reading.clauseOf(number).first, last: number.first }).includes('tracks')
    return quantities.some((own) => holds(number, own, tracks))
  })
}

/** "five years of work": the number stands before the same word in a description. */
function passageWith(reading: Reading, number: NumberMention): IndexedFact | null {
  const said = stem(reading.tokens[number.first]?.key ?? '')
  const next = stem(reading.tokens[number.last + 1]?.key ?? '')
  if (number.first !== number.last || next === '') return null
  return reading.facts.find((fact) => fact.passageStems.some((own, index) => own === said && fact.passageStems[index + 1] === next)) ?? null
}

/** "212 times in 2016" is one fact, not the count of one and the year of another. */
function sharesDate(reading: Reading, number: NumberMention, fact: IndexedFact): boolean {
  const clause = reading.clauseOf(number)
  return reading.dates
    .filter((date) => within(date, clause))
    .every((date) => {
      if (fact.dates.some((own) => dateMatches(date, own))) return true
      // "Six plays in 2025 lead to twelve listeners": the year belongs to the plays.
      if (
        fact.fact.property === 'shared-audience' &&
        reading.numbers.some((other) => other.unit === 'play' && other.first < date.first && within(other, clause) && number.first > date.last)
      )
        return true
      const facts = factsOfDate(reading, date)
      const ends = ['artist-first-play', 'artist-last-play']
      return (
        facts.length > 0 &&
        facts.every(
          (other) =>
            other.dates.some((own) => own.role === 'release' || own.role === 'episode') ||
            (ends.includes(other.fact.property) && other.fact.values['artist'] === fact.fact.values['artist']),
        )
      )
    })
}

function refuseUnknown(reading: Reading, number: NumberMention): void {
  const text = reading.textOf(number)
  const uncited = reading.others.find((fact) => fact.quantities.some((own) => holds(number, own)))
  const known = reading.facts.some((fact) => fact.quantities.some((own) => own.value === number.value))
  reading.refuse(
    'number',
    known
      ? `${text} counts something else in the cited facts`
      : uncited === undefined
        ? `the number ${text} is not in the cited facts`
        : `${text} stands in ${uncited.fact.id}, which the sentence does not cite`,
    number,
  )
}

/** Every number stands in a cited fact that counts the same noun, about the same subject, with its year and other limits. */
export function checkNumbers(reading: Reading): void {
  checkVagueNumbers(reading)
  // What is so many years later has its year from there.
  for (const number of reading.numbers.toSorted((left, right) => Number(left.difference === null) - Number(right.difference === null))) {
    const clause = reading.clauseOf(number)
    if (number.unit === 'year' && number.difference !== null) {
      const ids = hasYearDifference(reading, number, number.difference)
      if (ids === null) reading.refuse('comparison', `no two cited facts are ${reading.textOf(number)} years apart so`, number)
      else reading.support(number, ids)
      continue
    }
    if (number.unit === 'month' && number.difference !== null) {
      const ids = hasMonthDifference(reading, number.value)
      if (ids === null) reading.refuse('comparison', `no two cited facts are ${reading.textOf(number)} months apart so`, number)
      else {
        reading.support(number, ids)
        for (const token of reading.tokens.slice(number.last + 1, number.last + 2)) token.role = 'function'
      }
      continue
    }
    const quoted = passageWith(reading, number)
    if (quoted !== null) {
      reading.support(number, [quoted.fact.id])
      continue
    }
    const found = candidates(reading, number)
    const about = factsAbout(reading, clause, found)
    if (about.length === 0) {
      if (found.length > 0) reading.refuse('number', `${reading.textOf(number)} is said of something else in the cited facts`, number)
      else refuseUnknown(reading, number)
      continue
    }
    const tagged =
      reading.tags.find((tag) => tag.first > number.last && within(tag, clause) && ['from', 'of'].includes(reading.tokens[tag.first - 1]?.key ?? '')) ??
      listenedTag(reading, number, clause, about) ??
      taggedBefore(reading, number, clause)
    if (tagged !== undefined && number.unit === 'play' && !about.some((fact) => fact.tags.includes(tagged.tag))) {
      reading.refuse('number', `${reading.textOf(number)} is not said of ${reading.textOf(tagged)} in the cited facts`, number)
      continue
    }
    const topic = reading.tags.find(
      (tag) => tag.first > number.last && within(tag, clause) && ['about', 'on'].includes(reading.tokens[tag.first - 1]?.key ?? ''),
    )
    if (topic !== undefined && number.unit === 'episode' && !about.some((fact) => fact.tags.includes(topic.tag))) {
      reading.refuse('number', `${reading.textOf(number)} is not said of ${reading.textOf(topic)} in the cited facts`, number)
      continue
    }
    const dated = about.filter((fact) => sharesDate(reading, number, fact))
    const complete = dated.filter((fact) => missingQualifier(reading, fact) === null)
    const [first] = dated
    if (first === undefined) reading.refuse('number', `${reading.textOf(number)} and the date beside it come from different facts`, number)
    else if (complete.length === 0) reading.refuse('listening', `${reading.textOf(number)} holds only with ${missingQualifier(reading, first) ?? ''}`, number)
    else
      reading.support(
        number,
        complete.map((fact) => fact.fact.id),
      )
  }
}
