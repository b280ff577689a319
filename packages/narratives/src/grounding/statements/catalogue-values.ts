import type { FactValue } from '@linernotes/narrative-sdk'
import type { IndexedFact } from '../fact-index.js'

/** What the cited facts say of the item, its release and its label: they hold together. */
export interface CatalogueValues {
  readonly values: Readonly<Record<string, FactValue>>
  /** Which fact says a value. */
  readonly factOf: ReadonlyMap<string, string>
}

/** Null for episodes, and where the item is not known. */
export function catalogueValues(facts: readonly IndexedFact[]): CatalogueValues | null {
  const item = facts.find(({ fact }) => fact.property === 'item')
  if (item === undefined || item.fact.values['show'] !== null) return null
  const title = item.fact.values['title']
  const release = facts.find(({ fact }) => fact.property === 'release' && fact.values['title'] === title)
  const known = release?.fact.values['release']
  const label = facts.find(({ fact }) => fact.property === 'label' && (known === undefined || fact.values['release'] === known))
  const tags = facts.find(
    ({ fact }) => fact.property === 'release-tags' && (known ?? label?.fact.values['release'] ?? fact.values['release']) === fact.values['release'],
  )
  const length = facts.find(({ fact }) => fact.property === 'track-length' && fact.values['title'] === title)
  const factOf = new Map<string, string>()
  const values: Record<string, FactValue> = {}
  for (const part of [item, release, label, tags, length])
    for (const [key, value] of Object.entries(part?.fact.values ?? {}))
      if (!(key in values) && value !== null && part !== undefined) {
        values[key] = value
        factOf.set(key, part.fact.id)
      }
  return { values, factOf }
}
