import type { NameMention, NameRole } from './mentions.js'
import { within } from './mentions.js'
import type { Reading } from './reading.js'
import { stem } from './stem.js'

const artists: readonly NameRole[] = ['artist', 'target', 'anchor', 'original-artist']
const people: readonly NameRole[] = ['person', 'other']
const speaking = new Set('talk talks talked talking speak speaks spoke speaking'.split(' '))
const remixing = new Set('remix remixes remixed remixing rework reworks reworked'.split(' '))
const hosting = new Set('hosts hosted'.split(' '))
const releasing = new Set('released issued'.split(' '))

function has(name: NameMention, ...roles: readonly NameRole[]): boolean {
  return name.names.some((form) => roles.includes(form.role))
}

function keyAt(reading: Reading, index: number): string {
  const token = reading.tokens[index]
  return token === undefined || token.role === 'name' || token.role === 'quotation' ? '' : token.key
}

function isPossessive(reading: Reading, name: NameMention): boolean {
  return reading.tokens[name.last]?.possessive === true
}

/** The names before a verb that are its subject: "A, B and C talk". */
function subjectsOf(reading: Reading, verb: number): NameMention[] {
  const found: NameMention[] = []
  let index = verb - 1
  // "A, who founded B, talks with C": the apposition is stepped over.
  const comma = reading.tokens[index]?.text === ',' ? reading.tokens.findLastIndex((token, at) => at < index && token.text === ',') : -1
  if (comma > 0 && reading.names.some((name) => name.last === comma - 1)) index = comma - 1
  while (index >= 0) {
    const name = reading.names.find((candidate) => candidate.last === index)
    if (name !== undefined) {
      found.push(name)
      index = name.first - 1
    } else if (found.length > 0 && (keyAt(reading, index) === 'and' || reading.tokens[index]?.text === ',')) index -= 1
    else break
  }
  return found
}

function refuse(reading: Reading, name: NameMention, says: string): void {
  reading.refuse('relation', `no cited fact says that ${reading.textOf(name)} ${says}`, name)
}

function checkSpeaking(reading: Reading, index: number): void {
  const partners = reading.names.filter((name) => name.first > index && ['with', 'to', 'and', ','].includes(reading.tokens[name.first - 1]?.key ?? ''))
  const row = [...subjectsOf(reading, index), ...partners]
  const twice = row.find((name, at) =>
    row.some((other, before) => before < at && other.names.some((form) => name.names.some((own) => own.value === form.value))),
  )
  if (twice !== undefined) refuse(reading, twice, 'talks to itself')
  for (const name of row)
    if (!has(name, ...people) && !isPossessive(reading, name) && !reading.quotations.some((quotation) => quotation.last < name.first))
      refuse(reading, name, 'talks')
}

/** Who remixes is the remixer of the title; who made the original is its artist. */
function checkRemixing(reading: Reading, index: number): void {
  const known = reading.facts.some((fact) => fact.names.some((name) => name.role === 'remixer'))
  const passive = keyAt(reading, index + 1) === 'by'
  const agents = passive ? reading.names.filter((name) => name.first === index + 2) : subjectsOf(reading, index)
  if (keyAt(reading, index) === 'remix' && !passive) return
  for (const name of agents) if (known && !has(name, 'remixer') && !has(name, 'title', 'release')) refuse(reading, name, 'remixed it')
}

/** "made", "wrote": not the remixer. */
function checkOriginal(reading: Reading, index: number): void {
  for (const name of subjectsOf(reading, index))
    if (name.names.every((form) => form.role === 'remixer' || form.role === 'title') && keyAt(reading, index) === 'wrote') refuse(reading, name, 'wrote it')
}

/** "20 people who play A also play B": A and B are those of the fact. */
function checkAudience(reading: Reading): void {
  for (const fact of reading.facts.filter((candidate) => candidate.fact.property === 'shared-audience')) {
    const counted = reading.supports.find(
      (support) => support.factIds.includes(fact.fact.id) && reading.numbers.some((number) => number.first === support.first && number.unit === 'person'),
    )
    if (counted === undefined) continue
    const clause = reading.clauseOf(counted)
    for (const name of reading.names.filter((candidate) => within(candidate, clause))) {
      const verb = ['play', 'plays', 'played', 'to', 'for', 'from', 'of', 'and'].includes(keyAt(reading, name.first - 1))
      const titled = !has(name, ...artists, 'show')
      if ((verb || keyAt(reading, name.last + 1) === 'listeners') && titled && !fact.names.some((own) => name.names.some((form) => form.value === own.value)))
        refuse(reading, name, 'is what these people play')
    }
  }
}

/** Two artists share listeners, and nothing else. */
function checkSharing(reading: Reading, index: number): void {
  const [subject] = subjectsOf(reading, index)
  const shared = reading.tokens
    .slice(index + 1, index + 5)
    .some((token) => token.role === 'number' || ['listeners', 'people', 'listener', 'crowd'].includes(token.key))
  const object = reading.names.find((name) => name.first > index && name.first <= index + 3)
  const place = reading.tokens.slice(index + 1, index + 4).find((token) => ['label', 'country', 'year', 'tag', 'tags', 'genre'].includes(token.key))
  if (subject !== undefined && (place !== undefined || (object !== undefined && !has(object, 'release') && !shared))) refuse(reading, subject, 'shares it')
  else if (subject !== undefined && !shared && !reading.facts.some(({ fact }) => fact.property === 'compilation')) refuse(reading, subject, 'shares it')
}

/** "A and B are both on LABEL": no fact says it of two artists. */
function checkBoth(reading: Reading, index: number): void {
  const clauses = reading.clauses.filter((clause) => clause.first <= index).slice(-2)
  const row = reading.names.filter((name) => name.last < index && clauses.some((clause) => within(name, clause)) && has(name, ...artists))
  const place = reading.names.find((name) => name.first > index && name.first <= index + 3 && has(name, 'label', 'release', 'country'))
  if (row.length > 1 && place !== undefined && !reading.facts.some(({ fact }) => fact.property === 'compilation')) refuse(reading, place, 'is of both')
}

/** A host is the one whom a fact or a passage calls so, of that show. */
function checkHosting(reading: Reading, index: number): void {
  const known = reading.facts.some(({ fact }) => fact.property === 'host')
  if (!known && subjectsOf(reading, index).length === 0 && !['who', 'and', '-'].includes(reading.tokens[index - 1]?.key ?? ''))
    reading.refuse('relation', 'no cited fact says who hosts it', { first: index, last: index })
  for (const name of subjectsOf(reading, index)) {
    const object = reading.names.find((other) => other.first === index + 1)
    const stated = reading.facts.some((fact) => fact.fact.property === 'host' && fact.names.some((own) => name.names.some((form) => form.value === own.value)))
    const passage = reading.facts.some((fact) =>
      fact.passageStems.some(
        (own, at) => own === 'host' && object !== undefined && fact.passageStems.slice(at + 1, at + 4).includes(stem(object.names[0]?.keys[0] ?? '')),
      ),
    )
    if (!has(name, ...people) || (!stated && !passage)) refuse(reading, name, 'hosts it')
  }
}

/** What a verb of making, talking or remixing says of a name fits what the facts call it. */
export function checkAgents(reading: Reading): void {
  for (const [index, token] of reading.tokens.entries()) {
    if (token.kind !== 'word' || token.role === 'name' || token.role === 'quotation') continue
    if (speaking.has(token.key)) checkSpeaking(reading, index)
    if (remixing.has(token.key)) checkRemixing(reading, index)
    if (token.key === 'both') checkBoth(reading, index)
    if (token.key === 'share' || token.key === 'shares') checkSharing(reading, index)
    if (token.key === 'wrote' || token.key === 'made') checkOriginal(reading, index)
    if (hosting.has(token.key)) checkHosting(reading, index)
    if (releasing.has(token.key) || (token.key === 'put' && keyAt(reading, index + 1) === 'out')) {
      const object = reading.names.find((name) => name.first === index + (token.key === 'put' ? 2 : 1))
      if (object !== undefined && !has(object, 'release')) refuse(reading, object, 'came out there')
    }
  }
  checkAudience(reading)
}
