import { releaseNouns } from './en/other-words.js'
import { dateMatches, type DateRole } from './fact-dates.js'
import { factsAbout } from './fact-subject.js'
import type { IndexedFact } from './fact-index.js'
import { within, type DateMention } from './mentions.js'
import type { Reading } from './reading.js'

const listeningCues = new Set('you your youve played play plays heard finished listened history'.split(' '))
const lastCues = new Set('stopped stop last until left ended quit fell silent quiet paused dropped silence over none nothing after'.split(' '))
/** Nothing came after it. */
const denials = /^(?:not|never|havent|no|nothing|none|silent|quiet)$/u
const firstCues = new Set('first met began started discovered found'.split(' '))
const beginCues = new Set('formed began born started active founded'.split(' '))
const episodeCues = new Set('episode aired published recorded'.split(' '))

function governsRelease(reading: Reading, date: DateMention): boolean {
  for (let index = date.last + 1, skipped = 0; index < reading.tokens.length && skipped < 9; index += 1, skipped += 1) {
    const token = reading.tokens[index]
    if (token === undefined) return false
    if (token.role === null && (releaseNouns.has(token.key) || ['track', 'song', 'remix', 'one'].includes(token.key))) return true
    if (token.role !== 'tag' && token.role !== 'name' && token.text !== ',' && token.text !== '-' && token.key !== 'and') return false
  }
  return false
}

/** Relations have no date. */
const approximations = new Set('around about nearly almost roughly over under before after circa'.split(' '))
const related = new Set('influenced influence member members band'.split(' '))
const cues = new Set([...listeningCues, ...lastCues, ...firstCues, ...beginCues, ...episodeCues, 'times'])

/** Words between the date before and this one, inside the clause: "212 times in 2016, until March 2018". */
function keysBefore(reading: Reading, date: DateMention): string[] {
  const clause = reading.clauseOf(date)
  const previous = reading.dates.findLast((other) => other.last < date.first)
  const first = Math.max(clause.first, (previous?.last ?? -1) + 1)
  // "after 173 plays in 2018": what came before, not the end.
  const counted = reading.tokens[first]?.key === 'after' && reading.numbers.some((number) => number.first === first + 1)
  return reading.keys({ first: counted ? first + 1 : first, last: date.first - 1 })
}

/** "The Space Between, 2009,", "comes to you from 2009": the date of what the name before it calls, whatever else is counted. */
function isApposed(reading: Reading, date: DateMention): boolean {
  const [comma, after] = [reading.tokens[date.first - 1], reading.tokens[date.last + 1]]
  const name = reading.names.find((candidate) => candidate.last === date.first - 2)
  const release = name?.names.some((form) => form.role === 'release') === true
  const from = ['from', 'you', 'to'].every((word, back) => reading.tokens[date.first - 1 - back]?.key === word)
  return from || (release && comma?.text === ',' && (after === undefined || after.role === 'mark'))
}

function rolesOf(reading: Reading, date: DateMention): readonly DateRole[] {
  if (governsRelease(reading, date) || isApposed(reading, date)) return ['release']
  const clause = reading.clauseOf(date)
  // "Two years after you first played them, in 2021": the date of what came later.
  if (reading.numbers.some((number) => number.unit === 'year' && number.difference !== null && number.last < date.first && within(number, clause)))
    return ['listening', 'last-play']
  const near = keysBefore(reading, date)
  const keys = near.some((key) => cues.has(key)) ? near : reading.keys(clause)
  const has = (words: ReadonlySet<string>): boolean => keys.some((key) => words.has(key))
  const before = [reading.tokens[date.first - 1]?.key, reading.tokens[date.first - 2]?.key]
  if (before[0] === 'to' && before[1] === 'back' && has(listeningCues)) return ['first-play']
  const about =
    has(listeningCues) ||
    reading.numbers.some(
      (number) => !number.ordinal && ['play', 'track', 'episode'].includes(number.unit ?? '') && number.first >= clause.first && number.last <= clause.last,
    )
  const sentence = reading.tokens.slice(0, date.first)
  if (sentence.some((token) => token.key === 'between') && (before.includes('between') || before.includes('and')))
    return reading.tokens.some((token) => token.role !== 'name' && listeningCues.has(token.key)) ? ['first-play', 'last-play'] : []
  if (before.includes('since') || before.includes('after')) {
    const next = reading.clauses.find((other) => other.first > clause.last)
    const echo = next !== undefined && next.last - next.first < 3 && !reading.tags.some((tag) => within(tag, next)) ? reading.keys(next) : []
    const earlier = reading.clauses.findLast((other) => other.last < clause.first)
    const between = earlier !== undefined && reading.keys(earlier).includes('between') ? reading.keys(earlier) : []
    if (before[0] === 'after' && near.some((key) => ['dropped', 'stopped', 'left', 'quit'].includes(key))) return ['last-play']
    if ([...near, ...reading.keys({ first: Math.max(clause.first, date.first - 4), last: clause.last }), ...echo, ...between].some((key) => denials.test(key)))
      return ['last-play']
    return about && before.includes('since') ? ['since', 'first-play'] : before.includes('after') ? [] : ['begin']
  }
  if (before[0] === 'from' && !keysBefore(reading, date).some((key) => lastCues.has(key)) && !keysBefore(reading, date).some((key) => listeningCues.has(key)))
    return ['release', 'episode']
  if (has(lastCues)) return ['last-play']
  if (about) return has(firstCues) ? ['first-play'] : ['listening']
  if (has(firstCues) && !has(new Set(['formed', 'born', 'founded', 'active'])) && reading.tokens.some((token) => listeningCues.has(token.key)))
    return ['first-play']
  if (reading.keys(clause).some((key) => related.has(key))) return ['begin']
  if (has(beginCues)) return ['begin']
  if (has(episodeCues)) return ['episode']
  return ['release', 'episode']
}

/** Facts that hold the date in the role that the sentence gives it. */
export function factsOfDate(reading: Reading, date: DateMention): IndexedFact[] {
  const roles = rolesOf(reading, date)
  const candidates = reading.facts.filter((fact) => fact.dates.some((own) => (own.role === 'any' || roles.includes(own.role)) && dateMatches(date, own)))
  return factsAbout(reading, reading.clauseOf(date), candidates)
}

/** "The original came out in 2010": a release fact of the remix says nothing about it. */
function isOfOriginal(reading: Reading, date: DateMention): boolean {
  const clause = reading.clauseOf(date)
  const original = reading.tokens.findIndex((token, index) => index >= clause.first && index < date.first && token.role !== 'name' && token.key === 'original')
  if (original < 0 || !['came', 'is', 'was', 'from'].includes(reading.tokens[original + 1]?.key ?? '')) return false
  const titles = reading.facts.filter(({ fact }) => fact.property === 'remix-of').map(({ fact }) => fact.values['original'])
  return !reading.facts.some(({ fact }) => fact.property === 'release' && titles.includes(fact.values['title']))
}

/** Every date stands in a cited fact, as the date of what the sentence says happened then. */
export function checkDates(reading: Reading): void {
  for (const date of reading.dates) {
    const near = reading.tokens[date.first - 1]?.key ?? ''
    const vague = approximations.has(near) && near !== 'after' && !date.decade
    const facts = vague || isOfOriginal(reading, date) ? [] : factsOfDate(reading, date)
    if (facts.length > 0) {
      reading.support(
        date,
        facts.map((fact) => fact.fact.id),
      )
      continue
    }
    const text = reading.textOf(date)
    const known = reading.facts.some((fact) => fact.dates.some((own) => dateMatches(date, own)))
    const uncited = reading.others.find((fact) => fact.dates.some((own) => dateMatches(date, own)))
    reading.refuse(
      'date',
      known
        ? `${text} is the date of something else in the cited facts`
        : uncited === undefined
          ? `${/^\d{4}$/u.test(text) ? 'the year ' : ''}${text} is not in the cited facts`
          : `${text} stands in ${uncited.fact.id}, which the sentence does not cite`,
      date,
    )
  }
}
