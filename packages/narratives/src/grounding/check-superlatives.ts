import { superlatives } from './en/superlatives.js'
import { factsOfDate } from './check-dates.js'
import { dateMatches } from './fact-dates.js'
import { factsAbout } from './fact-subject.js'
import type { IndexedFact } from './fact-index.js'
import { within } from './mentions.js'
import type { Reading } from './reading.js'

function finishedAll(fact: IndexedFact): boolean {
  const { finished, of } = fact.fact.values
  return typeof finished === 'number' && finished === of && finished > 0
}

/** "You first played" is about the first play; "the first release" about the first release. */
function meant(reading: Reading, index: number): readonly string[] {
  const around = reading.tokens
    .filter((token, at) => at >= index - 2 && token.role !== 'name' && token.role !== 'mark')
    .slice(0, 8)
    .map((token) => token.key)
  const key = reading.tokens[index]?.key ?? ''
  const next = reading.tokens[index + 1]?.key ?? ''
  if (
    key === 'first' &&
    next === 'of' &&
    (reading.numbers.some((number) => number.first === index + 2 || number.first === index + 3) ||
      ['them', 'these', 'those'].includes(reading.tokens[index + 2]?.key ?? ''))
  )
    return ['first-release-by-artist', 'first-release-on-label']
  const subject = reading.names.findLast((name) => name.last < index)
  if (
    key === 'first' &&
    (next === '' || reading.tokens[index + 1]?.kind === 'mark') &&
    ['was', 'is'].includes(reading.tokens[index - 2]?.key ?? '') &&
    subject?.last === index - 3 &&
    subject.names.some((form) => form.role === 'release')
  )
    return ['first-release-by-artist', 'first-release-on-label']
  if ((key === 'first' || key === 'last') && ['in', 'was', 'of', 'on', 'one'].includes(next)) {
    const property = key === 'first' ? 'artist-first-play' : 'artist-last-play'
    const clause = reading.clauseOf({ first: index })
    const dated = reading.dates.some(
      (date) => within(date, clause) && date.first > index && factsOfDate(reading, date).some((fact) => fact.fact.property === property),
    )
    if (dated) return [property]
  }
  const rules = superlatives.get(reading.tokens[index]?.key ?? '') ?? []
  return rules.filter((rule) => rule.nouns.length === 0 || rule.nouns.some((noun) => around.includes(noun))).flatMap((rule) => rule.properties)
}

const sweeping = new Set('everything anything everybody everyone anybody anyone'.split(' '))
const swept = new Set('is are was on you your here about by in plays play loves knows from they of'.split(' '))

/** "Everything on it is good", "it fits everything you play": a claim about many things that no fact makes. */
function checkSweeping(reading: Reading): void {
  for (const [index, token] of reading.tokens.entries()) {
    if (token.role !== null || !sweeping.has(token.key)) continue
    const stated = reading.facts.some((fact) => fact.statementKeys.has(token.key))
    const counted = reading.numbers.some((number) => number.comparator === 'fewer')
    if (!stated && !(counted && token.key === 'anyone') && swept.has(reading.tokens[index + 1]?.key ?? ''))
      reading.refuse('superlative', `no cited fact says “${token.text}”`, { first: index, last: index })
  }
}

/** "first", "only", "longest", "all": only where a cited fact says so about the same subject. */
export function checkSuperlatives(reading: Reading): void {
  checkSweeping(reading)
  for (const [index, token] of reading.tokens.entries()) {
    if (token.kind !== 'word' || token.role !== null || !superlatives.has(token.key)) continue
    const clause = reading.clauseOf({ first: index })
    const properties = meant(reading, index)
    const quantifier = ['all', 'every', 'each'].includes(token.key)
    const predates = ['predates', 'predate'].some((word) => reading.keys(clause).includes(word)) && token.key === 'all'
    const found = reading.facts.filter(
      (fact) =>
        properties.includes(fact.fact.property) ||
        (fact.statementKeys.has(token.key) && !['first', 'only', 'longest', 'last'].includes(token.key)) ||
        (quantifier && finishedAll(fact)),
    )
    const dates = reading.dates.filter(
      (date) =>
        within(date, clause) &&
        !reading.numbers.some((number) => number.unit === 'year' && number.difference !== null && number.last < index && within(number, clause)) &&
        ['of', 'in'].includes(reading.tokens[date.first - 1]?.key ?? '') &&
        token.key !== 'last',
    )
    const facts = factsAbout(reading, clause, found).filter((fact) =>
      dates.every((date) =>
        fact.dates.length === 0
          ? reading.names.some((name) => within(name, clause) && name.first < date.first) && token.key !== 'longest'
          : fact.dates.some((own) => dateMatches(date, own)),
      ),
    )
    const mention = { first: index, last: index }
    token.role = 'function'
    if (token.key === 'all' && reading.tokens[index - 1]?.key === 'in' && reading.numbers.some((number) => number.unit === 'play' && within(number, clause)))
      continue
    if (token.key === 'all' && reading.tokens[index + 1]?.key === 'but' && reading.numbers.some((number) => number.first === index + 2 && number.of !== null))
      continue
    const owner = reading.names.find((name) => name.last === index - 1 && reading.tokens[name.last]?.possessive === true)
    const onOne = ['on', 'of'].some((word) => reading.keys({ first: index, last: clause.last }).includes(word))
    const wide =
      token.key === 'longest' &&
      (/^(?:catalogue|here)$/u.test(reading.keys(clause).at(-1) ?? '') ||
        ['you', 'youve'].some((word) => reading.keys({ first: index, last: clause.last }).includes(word)) ||
        (!onOne && reading.names.some((name) => name.first === index + 1 && name.names.every((form) => ['artist', 'label'].includes(form.role)))))
    const more = token.key === 'only' && reading.tokens[index - 1]?.key === 'and' && reading.tokens[index - 2]?.key === 'one'
    if (wide || more) reading.refuse('superlative', `no cited fact says “${token.text}” of so much`, mention)
    const whole =
      token.key === 'longest' &&
      owner !== undefined &&
      owner.names.every((form) => form.role === 'artist') &&
      reading.tokens[index + 1]?.key !== 'on' &&
      reading.tokens[index + 2]?.key !== 'on'
    const counted =
      reading.tokens[index + 1]?.key === 'of' ? reading.numbers.find((number) => number.first === index + 2 || number.first === index + 3) : undefined
    if (token.key === 'longest' && counted !== undefined && !['track', null].includes(counted.unit))
      reading.refuse('superlative', 'no cited fact compares so many', mention)
    if (whole) reading.refuse('superlative', `no cited fact compares all of ${reading.textOf(owner)}`, mention)
    else if (facts.length > 0)
      reading.support(
        mention,
        facts.map((fact) => fact.fact.id),
      )
    else if (!predates) reading.refuse('superlative', `no cited fact says “${token.text}”`, mention)
  }
}
