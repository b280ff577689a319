import type { FactValue } from '@linernotes/narrative-sdk'
import { tagKey, type IndexedFact } from '../fact-index.js'
import { fitsLength } from '../fits-length.js'
import type { Slot } from '../paraphrase/mask-sentence.js'
import { catalogueValues } from './catalogue-values.js'
import type { Said } from './match-pattern.js'
import { propertyRoles, type Role } from './property-roles.js'

/** What is meant without being said in the clause. */
export interface StatementContext {
  /** A name of one of these kinds was named before, and is still meant. */
  readonly isMeant: (kinds: string, value: FactValue | undefined) => boolean
  /** The year that was named last. */
  readonly year: string | null
  /** The listener was spoken of before. */
  readonly isOfYou: boolean
  /** The kinds of the name that was named last; null where none was. */
  readonly lastNamed: string | null
  /** The release is known to hold tracks of several artists, so that it is nobody's. */
  readonly isCompilation: boolean
}

const kindsOf: Readonly<Record<string, string>> = { artist: 'A', anchor: 'AS', target: 'AS', release: 'R', label: 'L', show: 'S', title: 'T', tag: 'g' }

function fits(slot: Slot, { type }: Role, value: FactValue | undefined, marks: ReadonlySet<string>): boolean {
  switch (type) {
    case 'name':
      return typeof value === 'string' && (slot.values.includes(value) || tagKey(slot.text) === tagKey(value))
    case 'tag': {
      const tags = (Array.isArray(value) ? value : [value]).map((tag) => tagKey(String(tag)))
      return tags.some((tag) => slot.values.includes(tag) || tagKey(slot.text) === tag)
    }
    case 'date':
      return slot.date !== null && (String(value) === slot.date || String(value).startsWith(`${slot.date}-`))
    case 'time':
      return slot.value === Math.floor(Number(value) / 1_000) * 1_000
    case 'length':
      return isLength(slot, Number(value), marks)
    case 'count':
      if (typeof value !== 'number' || slot.comparator === 'more' || slot.comparator === 'about') return false
      return slot.value === value - (marks.has('without-it') ? 1 : 0) && slot.comparator === (marks.has('fewer') ? 'fewer' : 'exactly')
  }
}

/** "Nearly six minutes" is less than six, "just over six" is more. */
function isLength({ value, comparator, granularity }: Slot, milliseconds: number, marks: ReadonlySet<string>): boolean {
  if (value === null || (marks.has('below') && milliseconds >= value) || (marks.has('above') && milliseconds <= value)) return false
  return fitsLength({ milliseconds: value, comparator, granularity: granularity ?? 'second' }, milliseconds, false)
}

/** How many of how many: "both", "all five" and "nine of the ten" say it in words. */
function saysParts({ slots, marks }: Said, finished: number, of: number): boolean {
  const part = slots.get('part')
  if (marks.has('both')) return finished === 2 && of === 2
  if (marks.has('all')) return finished === of && (part === undefined || (part.value === of && part.of === null))
  return part !== undefined && part.value === finished && part.of === of
}

function isSaid(said: Said, role: Role, values: Readonly<Record<string, FactValue>>, context: StatementContext): boolean {
  const value = values[role.key]
  const named = [...said.slots].filter(([name]) => name.replace(/\d+$/u, '') === role.role)
  if (named.length > 0) return named.every(([, slot]) => fits(slot, role, value, said.marks))
  switch (role.needed) {
    case 'optional':
      return true
    case 'clause':
      return said.marks.has('since-then') && role.type === 'date' && String(value).slice(0, 4) === context.year
    case 'context':
      return context.isMeant(kindsOf[role.role] ?? '', value)
    case 'dated':
      return value === null || value === undefined || (said.marks.has('that-year') && String(value) === context.year) || said.marks.has('all-of-it')
  }
}

/** The plays of one year are all there are between the first and the last where both are of that year. */
function isAllOfIt(facts: readonly IndexedFact[], values: Readonly<Record<string, FactValue>>): boolean {
  const ends = facts.filter(({ fact }) => /^artist-(?:first|last)-play$/u.test(fact.property) && fact.values['artist'] === values['artist'])
  return values['year'] === null || ends.every(({ fact }) => String(fact.values['month']).slice(0, 4) === String(values['year']))
}

/** What was played by the end of a year was played in it, where the first play was. */
function beganIn(facts: readonly IndexedFact[], year: string | null, values: Readonly<Record<string, FactValue>>): boolean {
  return facts.some(
    ({ fact }) => fact.property === 'artist-first-play' && fact.values['artist'] === values['artist'] && String(fact.values['month']).slice(0, 4) === year,
  )
}

/** Roles of a second and third fact of the same kind: `anchor_2`. */
function perFact(said: Said): Said[] {
  const others = [...new Set([...said.slots.keys()].flatMap((name) => /_\d$/u.exec(name) ?? []))]
  if (others.length === 0) return [said]
  const shared = [...said.slots].filter(([name]) => !/_\d$/u.test(name))
  return [
    { ...said, slots: new Map(shared) },
    ...others.map((suffix) => ({
      ...said,
      slots: new Map([...shared, ...[...said.slots].filter(([name]) => name.endsWith(suffix)).map(([name, slot]) => [name.slice(0, -2), slot] as const)]),
    })),
  ]
}

/** A role of the clause that no property knows would be said of nothing. */
function knowsAll(said: Said, properties: readonly string[]): boolean {
  const known = new Set(properties.flatMap((property) => (propertyRoles.get(property) ?? []).map(({ role }) => role)))
  return [...said.slots].every(([name, { value }]) => (name === 'one' ? value === 1 : known.has(name.replace(/\d+$/u, ''))))
}

/** A release is an EP where it is called one, and a compilation where that is known. */
function isFormat(marks: ReadonlySet<string>, release: string, { isCompilation }: StatementContext): boolean {
  const called = (word: string): boolean => !marks.has(word) || new RegExp(String.raw`\b${word}\b`, 'iu').test(release)
  return called('ep') && called('lp') && (!marks.has('compilation') || isCompilation)
}

/** Properties of releases: where the clause names none, the one that was named last is meant, and no track is one. */
const ofReleases = /^(?:only-release|first-release|nth-release|releases-in|compilation|release-)/u

/** Any fact says that this listener played the artist. */
function factOfKnown(said: Said, facts: readonly IndexedFact[], context: StatementContext): readonly string[] | null {
  const role = propertyRoles.get('known-artist')?.[0]
  const known = facts.find(({ fact: { kind, values } }) => kind === 'listening' && role !== undefined && isSaid(said, role, values, context))
  return known === undefined ? null : [known.fact.id]
}

function factsOf(said: Said, property: string, facts: readonly IndexedFact[], context: StatementContext): readonly string[] | null {
  if (property === 'known-artist') return factOfKnown(said, facts, context)
  const roles = propertyRoles.get(property) ?? []
  if (said.marks.has('after-you') && !context.isOfYou) return null
  if (ofReleases.test(property) && !said.slots.has('release') && context.lastNamed !== null && !context.lastNamed.includes('R')) return null
  if (property === 'catalogue') {
    const known = catalogueValues(facts)
    if (
      known === null ||
      said.slots.size === 0 ||
      (context.isCompilation && said.marks.has('own-release')) ||
      !roles.every((role) => isSaid(said, role, known.values, context))
    )
      return null
    return [...new Set([...said.slots.keys()].flatMap((name) => known.factOf.get(name.replace(/\d+$/u, '')) ?? []))]
  }
  for (const { fact } of facts) {
    if (fact.property !== property || !roles.every((role) => isSaid(said, role, fact.values, context))) continue
    if (/^(?:show|topic)-plays$/u.test(property) && !saysParts(said, Number(fact.values['finished']), Number(fact.values['of']))) continue
    // "In all" is said of all years together.
    if (said.marks.has('in-all') && property === 'artist-plays' && fact.values['year'] !== null) continue
    if (said.marks.has('of-two') && fact.values['of'] !== 2) continue
    if (said.marks.has('all-of-it') && property === 'artist-plays' && !isAllOfIt(facts, fact.values)) continue
    if (said.marks.has('year-end') && !(property === 'artist-plays' && beganIn(facts, context.year, fact.values))) continue
    return property === 'item' ? [] : [fact.id]
  }
  return null
}

/** The facts that make true what a clause says; null where a part of it is not so. */
export function factsThatHold(said: Said, properties: readonly string[], facts: readonly IndexedFact[], context: StatementContext): readonly string[] | null {
  const found: string[] = []
  for (const part of perFact(said)) {
    if (!knowsAll(part, properties)) return null
    for (const property of properties) {
      const ids = factsOf(part, property, facts, context)
      if (ids === null) return null
      found.push(...ids)
    }
  }
  return [...new Set(found)]
}
