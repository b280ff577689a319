import type { IndexedFact } from './fact-index.js'
import { within, type NameMention, type NameRole, type NumberMention } from './mentions.js'
import type { Reading } from './reading.js'

const ofReleases: ReadonlySet<string> = new Set([
  'only-release-by-artist',
  'only-release-on-label',
  'first-release-by-artist',
  'first-release-on-label',
  'nth-release-in-year',
  'releases-in-year',
])

function keyAt(reading: Reading, index: number): string {
  const token = reading.tokens[index]
  return token === undefined || token.role === 'name' || token.role === 'quotation' ? '' : token.key
}

function has(name: NameMention, ...roles: readonly NameRole[]): boolean {
  return name.names.some((form) => roles.includes(form.role))
}

function isValue(name: NameMention, fact: IndexedFact, ...keys: readonly string[]): boolean {
  return keys.some((key) => name.names.some((form) => form.value === fact.fact.values[key]))
}

function supporting(reading: Reading, mention: { readonly first: number; readonly last: number }): IndexedFact[] {
  const support = reading.supports.find((entry) => entry.first === mention.first && entry.last === mention.last)
  return reading.facts.filter((fact) => support?.factIds.includes(fact.fact.id) === true)
}

function refuse(reading: Reading, name: NameMention, of: string): void {
  reading.refuse('relation', `${of} is not said of ${reading.textOf(name)} in the cited facts`, name)
}

/** "NAME has two releases", "two NAME releases", "NAME's only release": an artist or a label has releases, and the one of the fact. */
function checkReleases(reading: Reading, mention: { readonly first: number; readonly last: number }, facts: readonly IndexedFact[]): void {
  const holder = reading.names.find((name) => name.last === mention.first - 2 && ['has', 'had', 'have'].includes(keyAt(reading, mention.first - 1)))
  const owner = reading.names.find((name) => name.last === mention.first - 1 && reading.tokens[name.last]?.possessive === true)
  const inside = reading.names.find((name) => name.first === mention.last + 1 && /^(?:release|record)s?$/u.test(keyAt(reading, name.last + 1)))
  const noun = reading.tokens.findIndex(
    (token, index) => index > mention.last && index < mention.last + 6 && token.role !== 'name' && /^(?:release|record)s?$/u.test(token.key),
  )
  const after = noun > 0 && ['of', 'on', 'by', 'from'].includes(keyAt(reading, noun + 1)) ? reading.names.find((name) => name.first === noun + 2) : undefined
  // "LABEL's first release here, and ARTIST's".
  const also = reading.names.find(
    (name) =>
      name.first > mention.last &&
      reading.tokens[name.last]?.possessive === true &&
      reading.tokens[name.last + 1]?.kind !== 'word' &&
      keyAt(reading, name.first - 1) === 'and',
  )
  for (const name of [holder, owner, inside, after, also])
    if (name !== undefined && !facts.some((fact) => isValue(name, fact, 'artist', 'label'))) refuse(reading, name, reading.textOf(mention))
}

/** "number 9 of SHOW", "SHOW number 9": the show of the fact counts its episodes. */
function checkEpisodes(reading: Reading, number: NumberMention, facts: readonly IndexedFact[]): void {
  const noun = ['number', 'episode'].includes(keyAt(reading, number.first - 1)) ? 1 : 0
  const before = reading.names.find((name) => name.last === number.first - 1 - noun)
  const episode = keyAt(reading, number.last + 1) === 'episode' ? 1 : 0
  const of = ['of', 'in'].includes(keyAt(reading, number.last + 1 + episode)) ? number.last + 2 + episode : number.last + 1
  const after = reading.names.find((name) => name.first === of)
  const tag = of > number.last + 1 && reading.tags.find((mention) => mention.first === of)
  if (tag !== undefined && tag !== false) reading.refuse('relation', `${reading.textOf(tag)} is no show of the cited facts`, tag)
  for (const name of [before, after])
    if (name !== undefined && !facts.some((fact) => isValue(name, fact, 'show'))) refuse(reading, name, `number ${reading.textOf(number)}`)
}

const bounds = new Set('catalogue here these those them shelf database'.split(' '))

/** "NAME's first release" is more than the first of this catalogue: the limit is said. */
function checkBounds(reading: Reading, index: number): void {
  const all = reading.keys({ first: 0, last: reading.tokens.length - 1 })
  const counted = reading.numbers.some((number) => number.unit === 'release' || number.of !== null || keyAt(reading, number.first - 1) === 'of')
  if (!counted && !all.some((key) => bounds.has(key)))
    reading.refuse('superlative', `“${reading.tokens[index]?.text ?? ''}” holds only in this catalogue: say so`, { first: index, last: index })
}

/** "NAME is one of seventeen artists": an artist is. */
function checkArtists(reading: Reading, number: NumberMention): void {
  const one =
    keyAt(reading, number.first - 1) === 'of' && keyAt(reading, number.first - 2) === 'one' && ['is', 'was'].includes(keyAt(reading, number.first - 3))
  const subject = one ? reading.names.find((name) => name.last === number.first - 4) : undefined
  if (subject !== undefined && !has(subject, 'artist', 'target', 'anchor')) refuse(reading, subject, `one of ${reading.textOf(number)} artists`)
}

/** "the one NAME release here": the only one. */
function checkTheOne(reading: Reading): void {
  for (const index of reading.tokens.keys()) {
    if (keyAt(reading, index) !== 'one' || keyAt(reading, index - 1) !== 'the') continue
    const name = reading.names.find((candidate) => candidate.first === index + 1)
    if (name === undefined || !['release', 'record'].includes(keyAt(reading, name.last + 1))) continue
    if (!reading.facts.some((fact) => fact.fact.property.startsWith('only-release') && isValue(name, fact, 'artist', 'label')))
      refuse(reading, name, 'the one release')
  }
}

/** "the longest of two": tracks are compared, and so many of them. */
function checkCompared(reading: Reading): void {
  for (const index of reading.tokens.keys()) {
    if (keyAt(reading, index) !== 'longest') continue
    const on = ['track', 'song'].includes(keyAt(reading, index + 1)) ? index + 2 : index + 1
    const place = ['on', 'of', 'from'].includes(keyAt(reading, on)) ? reading.names.find((name) => name.first === on + 1) : undefined
    const held = place === undefined || reading.facts.some((fact) => fact.fact.property === 'longest-track' && isValue(place, fact, 'release'))
    if (place !== undefined && !held) refuse(reading, place, 'the longest track')
    if (keyAt(reading, index + 1) !== 'of') continue
    const number = reading.numbers.find((mention) => mention.first === index + 2 || (keyAt(reading, index + 2) === 'the' && mention.first === index + 3))
    if (number !== undefined && !reading.facts.some((fact) => fact.fact.property === 'longest-track' && fact.fact.values['of'] === number.value))
      reading.refuse('number', `the longest of ${reading.textOf(number)} is in no cited fact`, number)
  }
}

/** "as NAME is", behind a tag: NAME is the release that bears it. */
function checkLikeness(reading: Reading): void {
  for (const name of reading.names) {
    if (keyAt(reading, name.first - 1) !== 'as' || !['is', 'was'].includes(keyAt(reading, name.last + 1))) continue
    const tag = reading.tags.findLast((mention) => mention.last < name.first && within(mention, reading.clauseOf(mention)))
    if (
      tag !== undefined &&
      !reading.facts.some((fact) => fact.fact.property === 'release-tags' && fact.tags.includes(tag.tag) && isValue(name, fact, 'release'))
    )
      refuse(reading, name, reading.textOf(tag))
  }
}

/** "a take on NAME", "tells NAME": a take is of a piece, and somebody is told. */
function checkObjectsOfNouns(reading: Reading): void {
  for (const name of reading.names) {
    const [before, second] = [keyAt(reading, name.first - 1), keyAt(reading, name.first - 2)]
    if (
      before === 'on' &&
      second === 'take' &&
      ['a', 'the', 'its', 'his', 'her', ''].includes(keyAt(reading, name.first - 3)) &&
      !has(name, 'title', 'original')
    )
      refuse(reading, name, 'a take')
    const noun = ['is', 'the', 'name', 'of', 'the'].every((word, offset) => keyAt(reading, name.last + 1 + offset) === word)
      ? keyAt(reading, name.last + 6)
      : ''
    const named: NameRole | undefined = { label: 'label' as const, artist: 'artist' as const, show: 'show' as const, release: 'release' as const }[noun]
    if (named !== undefined && !has(name, named)) refuse(reading, name, `the name of the ${noun}`)
    if (before === 'in' && second === 'hand') refuse(reading, name, 'a hand')
    if (
      before === 'with' &&
      ['talk', 'interview', 'conversation', 'chat'].includes(second) &&
      has(name, 'show', 'title') &&
      !has(name, 'person', 'chapter', 'other')
    )
      refuse(reading, name, 'being talked to')
    if (['tells', 'told', 'asks'].includes(before) && !has(name, 'person', 'other', 'artist')) refuse(reading, name, 'being told')
  }
}

/** Whoever owns what is counted is of the kind that can. */
export function checkOwners(reading: Reading): void {
  for (const number of reading.numbers) {
    const facts = supporting(reading, number)
    if (facts.length > 0 && number.unit === 'release' && facts.every(({ fact }) => ofReleases.has(fact.property))) checkReleases(reading, number, facts)
    if (facts.length > 0 && facts.every(({ fact }) => fact.property === 'episode-number')) checkEpisodes(reading, number, facts)
    if (number.unit === 'artist') checkArtists(reading, number)
  }
  for (const [index] of reading.tokens.entries()) {
    if (!['only', 'first'].includes(keyAt(reading, index))) continue
    const mention = { first: index, last: index }
    const facts = supporting(reading, mention)
    if (facts.length > 0 && facts.every(({ fact }) => ofReleases.has(fact.property))) {
      checkReleases(reading, mention, facts)
      checkBounds(reading, index)
    }
  }
  checkTheOne(reading)
  checkCompared(reading)
  checkLikeness(reading)
  checkObjectsOfNouns(reading)
}
