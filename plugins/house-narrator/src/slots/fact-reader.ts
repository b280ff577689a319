import { cleanName, type FactProperty, type FactValue, type NarrativeFact, type NarrativeRequest } from '@linernotes/narrative-sdk'
import type { LanguageRules, Wording } from '../language.js'

/** What a family of slots can say, and the facts that each of its words rests on. */
export interface SlotFamily {
  readonly factIds: readonly string[]
  readonly slots: Readonly<Record<string, Wording | null>>
}

export interface SlotContext {
  readonly request: NarrativeRequest
  readonly rules: LanguageRules
  /** Facts of a property, those of the first reason first; facts about another item than the one asked for are left out. */
  facts(property: FactProperty): readonly NarrativeFact[]
}

export type SlotFamilies = Readonly<Record<string, (context: SlotContext) => SlotFamily | null>>

export const readName = (value: FactValue | undefined): string | null => (typeof value === 'string' ? cleanName(value) : null)
/** Catalogues write '?' for a label that nobody knows. */
export const readLabel = (value: FactValue | undefined): string | null => {
  const label = readName(value)
  return label !== null && /[\p{L}\p{N}]/u.test(label) ? label : null
}
/** A positive whole number: nothing is said of zero plays, and unknown is no number. */
export const readCount = (value: FactValue | undefined): number | null => (typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null)
export const readNames = (value: FactValue | undefined): readonly string[] =>
  Array.isArray(value) ? value.map((entry: string) => readName(entry)).filter((entry) => entry !== null) : []

export const sayName = (name: string | null): Wording | null => (name === null ? null : { text: name, initial: name })
export const sayCount = (value: number | null, say: (value: number) => Wording): Wording | null => (value === null ? null : say(value))

/** Facts that name an item are taken only where they name this one; those that name a release, only where it is this item's. */
export function createSlotContext(request: NarrativeRequest, rules: LanguageRules): SlotContext {
  const item = request.facts.find((fact) => fact.property === 'item')
  const title = item?.values['title'] ?? request.item.title
  const first = new Set(request.reasons[0]?.factIds)
  const aboutItem = (fact: NarrativeFact) => !('title' in fact.values) || fact.values['title'] === title
  const release = request.facts.find((fact) => fact.property === 'release' && aboutItem(fact))?.values['release']
  const aboutRelease = (fact: NarrativeFact) => release === undefined || !releaseFacts.has(fact.property) || fact.values['release'] === release
  const titled = (fact: NarrativeFact) => ownTitle.has(fact.property) || aboutItem(fact)
  const facts = [...request.facts, ...request.passages].filter((fact) => titled(fact) && aboutRelease(fact))
  const ordered = [...facts.filter((fact) => first.has(fact.id)), ...facts.filter((fact) => !first.has(fact.id))]
  return { request, rules, facts: (property) => ordered.filter((fact) => fact.property === property) }
}

/** Here `title` is the title of a chapter, not of the item. */
const ownTitle = new Set(['chapter', 'soundbite'])
const releaseFacts = new Set([
  'label',
  'release-tags',
  'compilation',
  'only-release-by-artist',
  'first-release-by-artist',
  'only-release-on-label',
  'first-release-on-label',
  'longest-track',
  'nth-release-in-year',
])
