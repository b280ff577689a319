import type { FactValue } from '@linernotes/narrative-sdk'
import { tagKey, type IndexedFact } from '../fact-index.js'
import { fitsLength } from '../fits-length.js'
import type { Slot } from '../paraphrase/mask-sentence.js'
import { catalogueValues } from './catalogue-values.js'
import { markChecks } from './mark-checks.js'
import type { Said } from './match-pattern.js'
import { propertyRoles, type Role } from './property-roles.js'
import type { StatementContext } from './statement-context.js'

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
  return part !== undefined && part.value === finished && (part.of === of || (part.of === null && slots.has('whole')))
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

/** Properties of releases: where the clause names none, the one that was named last is meant, and no track is one. */
const ofReleases = /^(?:only-release|first-release|nth-release|releases-in|compilation|release-)/u

/** Any fact says that this listener played the artist. */
function factOfKnown(said: Said, facts: readonly IndexedFact[], context: StatementContext): readonly string[] | null {
  const role = propertyRoles.get('known-artist')?.[0]
  const known = facts.find(({ fact: { kind, values } }) => kind === 'listening' && role !== undefined && isSaid(said, role, values, context))
  return known === undefined ? null : [known.fact.id]
}

/** Everything that is said beside the values is so, too. */
function bearsOut(
  { marks }: Said,
  property: string,
  values: Readonly<Record<string, FactValue>>,
  facts: readonly IndexedFact[],
  context: StatementContext,
): boolean {
  return [...marks].every((mark) => {
    const check = markChecks[mark]
    return check === true || check?.({ property, values, facts, context }) === true
  })
}

function factsOf(said: Said, property: string, facts: readonly IndexedFact[], context: StatementContext): readonly string[] | null {
  if (property === 'known-artist') return factOfKnown(said, facts, context)
  if (ofReleases.test(property) && !said.slots.has('release') && context.lastNamed !== null && !context.lastNamed.includes('R')) return null
  const holds = (values: Readonly<Record<string, FactValue>>): boolean =>
    (propertyRoles.get(property) ?? []).every((role) => isSaid(said, role, values, context)) && bearsOut(said, property, values, facts, context)
  if (property === 'catalogue') {
    const known = catalogueValues(facts)
    if (known === null || said.slots.size === 0 || !holds(known.values)) return null
    return [...new Set([...said.slots.keys()].flatMap((name) => known.factOf.get(name.replace(/\d+$/u, '')) ?? []))]
  }
  const isOfEpisodes = /^(?:show|topic)-plays$/u.test(property)
  const found = facts.find(
    ({ fact: { property: own, values } }) =>
      own === property && holds(values) && (!isOfEpisodes || saysParts(said, Number(values['finished']), Number(values['of']))),
  )
  if (found === undefined) return null
  return property === 'item' ? [] : [found.fact.id]
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
