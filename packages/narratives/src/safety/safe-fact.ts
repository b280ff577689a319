import type { Evidence, EvidenceValue } from '@linernotes/catalog'
import { sanitise, type NarrativeFact } from '@linernotes/narrative-sdk'
import { unsayable, unsayableBareName, unsayableHeading, unsayableName, unsayablePerson, type Unsayable } from './unsayable.js'

/** UTF-16 units. */
const longest = { subject: 200, statement: 800, quote: 1_200, name: 400 }
const mostTags = 24
/** Values that are passages: longer than names, and literal or not at all. */
const passages = new Set(['quote'])
/** Here `title` is the title of a chapter or a soundbite, not of the item. */
const ownTitle = new Set(['chapter', 'soundbite'])

/** What the item is called where its name is not to be repeated. */
export const namelessItem = { track: 'this track', episode: 'this episode' } as const
export type ItemNoun = (typeof namelessItem)[keyof typeof namelessItem]

interface SafeValues {
  readonly values: Record<string, EvidenceValue>
  /** Names of the item that were taken out. */
  readonly masked: readonly string[]
}

/** How values may be said, by their keys: passages and titles stand between quotation marks; all other names stand bare. */
const judges: Readonly<Record<string, (text: string) => Unsayable | null>> = {
  quote: unsayable,
  title: unsayableName,
  otherTitle: unsayableName,
  release: unsayableName,
  name: unsayablePerson,
  speaker: unsayablePerson,
}

function safeList(entries: readonly string[]): readonly string[] {
  return entries
    .slice(0, mostTags)
    .map((entry) => sanitise(entry, longest.name))
    .filter((entry) => unsayableBareName(entry) === null)
}

/** null: a name or passage that the fact is about may not be said. */
function safeValues({ property, values }: Evidence): SafeValues | null {
  const safe: Record<string, EvidenceValue> = {}
  const masked: string[] = []
  for (const [key, value] of Object.entries(values)) {
    if (typeof value !== 'string' && !Array.isArray(value)) safe[key] = value
    else if (Array.isArray(value)) {
      const list = safeList(value as readonly string[])
      if (list.length === 0 && value.length > 0) return null
      safe[key] = list
    } else {
      const passage = passages.has(key)
      const text = sanitise(value as string, passage ? longest.quote + 1 : longest.name)
      // A quotation that is cut is not literal, and a name that is cut would leave its rest in the statement.
      if (passage ? text.length > longest.quote : text.length === longest.name && property !== 'item') return null
      // A chapter may be left out; the item's own title is all it has.
      const unsaid = ((ownTitle.has(property) && !passage ? unsayableHeading : judges[key]) ?? unsayableBareName)(text)
      if (unsaid === null) safe[key] = text
      else if (property === 'item') {
        masked.push(text)
        safe[key] = null
      } else if (key === 'title' && !ownTitle.has(property)) masked.push(text)
      else return null
    }
  }
  return { values: safe, masked }
}

function itemStatement(values: SafeValues['values'], noun: ItemNoun): string {
  const [title, by] = [values['title'], noun === namelessItem.track ? values['artist'] : values['show']]
  if (typeof by !== 'string')
    return typeof title === 'string' ? `The ${noun.slice(5)} is called “${title}”.` : `This is ${noun === namelessItem.track ? 'a' : 'an'} ${noun.slice(5)}.`
  return noun === namelessItem.track ? `This track is by ${by}.` : `This is an episode of ${by}.`
}

/** The statement without the names that may not be said, and without entries of lists that may not. */
function safeStatement(evidence: Evidence, { values, masked }: SafeValues, noun: ItemNoun): string {
  if (evidence.property === 'item' && masked.length > 0) return itemStatement(values, noun)
  let statement = sanitise(evidence.statement, longest.statement)
  for (const name of masked.toSorted((left, right) => right.length - left.length)) statement = statement.replaceAll(`“${name}”`, noun).replaceAll(name, noun)
  for (const [key, value] of Object.entries(evidence.values)) {
    const kept = values[key]
    if (!Array.isArray(value) || !Array.isArray(kept) || kept.length === value.length) continue
    statement = statement.replace(sanitise((value as readonly string[]).join(', '), longest.statement), () => kept.join(', '))
  }
  return masked.length === 0 ? statement : statement.charAt(0).toUpperCase() + statement.slice(1)
}

/**
 * Evidence as a provider may see it: sanitised, capped, and without names that hold links, markup or orders. A fact about the item goes on without the
 * item's name; a fact that is about such a name is dropped: null.
 */
export function safeFact(id: string, evidence: Evidence, noun: ItemNoun): NarrativeFact | null {
  const safe = safeValues(evidence)
  if (safe === null) return null
  const { kind, property } = evidence
  const statement = safeStatement(evidence, safe, noun)
  if (unsayable(statement) !== null) return null
  const subject = sanitise(evidence.subject, longest.subject)
  // A rule may see an order in the name alone, and not in the sentence around it.
  if (property !== 'item' && subject !== '' && unsayableName(subject) !== null && statement.includes(subject)) return null
  return { id, kind, property, subject: unsayableName(subject) === null ? subject : '', statement, values: safe.values }
}
