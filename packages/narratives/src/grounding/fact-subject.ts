import { listeningProperties } from './en/claim-words.js'
import type { IndexedFact } from './fact-index.js'
import type { Clause, NameMention, NameRole } from './mentions.js'
import { within } from './mentions.js'
import type { Reading } from './reading.js'

type Family = 'artist' | 'title' | 'release' | 'label' | 'show' | 'person' | 'chapter' | 'country'

const families: Readonly<Partial<Record<NameRole, Family>>> = {
  artist: 'artist',
  target: 'artist',
  anchor: 'artist',
  'original-artist': 'artist',
  person: 'person',
  title: 'title',
  original: 'title',
  release: 'release',
  label: 'label',
  show: 'show',
  chapter: 'chapter',
  country: 'country',
}
const identifying: readonly Family[] = ['artist', 'title', 'release', 'label', 'show', 'chapter', 'person']

function isOf(mention: NameMention, fact: IndexedFact): boolean {
  return mention.names.some((name) => name.factId === fact.fact.id || fact.names.some((own) => own.value === name.value && name.role !== 'other'))
}

function familiesOf(mention: NameMention): Set<Family> {
  return new Set(mention.names.flatMap((name) => families[name.role] ?? []))
}

/** True where the clause speaks of another artist, title, release, ... than the fact does. */
function contradicts(names: readonly NameMention[], fact: IndexedFact): boolean {
  const own = new Set(fact.names.flatMap((name) => families[name.role] ?? []))
  return identifying.some((family) => {
    if (!own.has(family)) return false
    const named = names.filter((mention) => familiesOf(mention).has(family))
    return named.length > 0 && !named.some((mention) => isOf(mention, fact))
  })
}

/** The names that govern a clause: its own, and for what it does not name, those of the clauses before. */
function governingNames(reading: Reading, clause: Clause): NameMention[] {
  const own = reading.names.filter((name) => within(name, clause))
  const seen = new Set(own.flatMap((name) => [...familiesOf(name)]))
  const inherited: NameMention[] = []
  for (const earlier of reading.clauses.filter((candidate) => candidate.last < clause.first).toReversed()) {
    const names = reading.names.filter(
      (name) => within(name, earlier) && !familiesOf(name).has('chapter') && ![...familiesOf(name)].some((family) => seen.has(family)),
    )
    for (const family of names.flatMap((name) => [...familiesOf(name)])) seen.add(family)
    inherited.push(...names)
  }
  return [...own, ...inherited]
}

function namedAnywhere(reading: Reading, value: unknown): boolean {
  return typeof value === 'string' && reading.names.some((mention) => mention.names.some((name) => name.value === value))
}

/** Where the sentence names nobody, it speaks of the item, or of what the sentence before rested on. */
function isMeant(reading: Reading, fact: IndexedFact): boolean {
  const item = reading.item
  if (item === null) return true
  const { title, artist, show, release, label } = fact.fact.values
  const known = (value: unknown): boolean =>
    typeof value !== 'string' ||
    namedAnywhere(reading, value) ||
    item.names.some((name) => name.form === value || name.value === value) ||
    reading.previous.some((before) => before.names.some((name) => name.value === value))
  if (fact.fact.property === 'chapter' || fact.fact.property === 'soundbite') return true
  if (typeof title === 'string') return known(title) || namedAnywhere(reading, release)
  if (fact.fact.property === 'artist-relation' || fact.fact.property === 'shared-audience') return true
  if (typeof artist === 'string') return known(artist) || artist.split(/\s+(?:feat\.?|&|and|vs\.?|x)\s+/u).some(known)
  if (typeof show === 'string') return known(show) || reading.tokens.some((token) => token.key === 'show')
  return typeof label !== 'string' || fact.fact.property === 'label' || known(label) || reading.tokens.some((token) => token.key === 'label')
}

/** "blocSonic, 212 times": a clause that is a name alone says what the next one is about. */
function headingOf(reading: Reading, clause: Clause): NameMention | null {
  const before = reading.clauses.findLast((candidate) => candidate.last < clause.first)
  const name = before === undefined ? undefined : reading.names.find((candidate) => within(candidate, before))
  const alone =
    before !== undefined &&
    name !== undefined &&
    reading.tokens.slice(before.first, before.last + 1).every((token) => token.role === 'name' || token.role === 'mark')
  return alone && !reading.names.some((candidate) => within(candidate, clause)) ? (name ?? null) : null
}

function isElsewhere(reading: Reading, clause: Clause, heading: NameMention | null, fact: IndexedFact): boolean {
  if (heading !== null && listeningProperties.has(fact.fact.property) && fact.names.length > 0) return !isOf(heading, fact)
  if (fact.fact.property !== 'few-listeners') return false
  const number = reading.numbers.find((candidate) => within(candidate, clause) && candidate.unit === 'person')
  const tagged = reading.tags.some(
    (tag) =>
      within(tag, clause) &&
      number !== undefined &&
      tag.first > number.last &&
      ['play', 'played', 'like', 'hear', 'heard'].includes(reading.tokens[tag.first - 1]?.key ?? ''),
  )
  if (tagged) return true
  return (
    number !== undefined &&
    reading.names.some(
      (name) =>
        within(name, clause) && name.first > number.last && !['by', 'on', 'from'].includes(reading.tokens[name.first - 1]?.key ?? '') && !isOf(name, fact),
    )
  )
}

/** Of the facts that hold a value, those that the clause is about. */
export function factsAbout(reading: Reading, clause: Clause, candidates: readonly IndexedFact[]): IndexedFact[] {
  const names = governingNames(reading, clause)
  const heading = headingOf(reading, clause)
  return candidates.filter((fact) => !contradicts(names, fact) && !isElsewhere(reading, clause, heading, fact) && isMeant(reading, fact))
}
