import { nameKey, type Evidence } from '@linernotes/catalog'
import type { ItemKind, Reason } from '@linernotes/recommendations'
import { energyOf } from './tag-energy.js'

/** What a plan needs to know of an item. null is unknown. */
export interface ItemTraits {
  readonly itemId: string
  readonly kind: ItemKind
  readonly title: string
  /** Artist credit or show. */
  readonly by: string
  /** What two spellings of `by` share. */
  readonly byKey: string
  readonly release: string | null
  readonly label: string | null
  readonly year: number | null
  readonly tags: readonly string[]
  readonly durationMs: number | null
  /** 0 to 1, by its tags. */
  readonly energy: number | null
}

/** An item that may be planned, and how it is issued once it is. */
export interface Candidate {
  readonly traits: ItemTraits
  /** From 0, the best of its list, to 1. */
  readonly place: number
  readonly source: string
  readonly issue: Issue
}

/** Keeps the recommendation of the item; null: it cannot be recommended any more. */
export type Issue = (occasion: string, signal: AbortSignal) => Promise<Issued | null>

export interface Issued {
  readonly recommendationId: string
  readonly reasons: readonly Reason[]
}

/** Reads the traits off the facts of the catalogue. */
export function traitsOf(itemId: string, kind: ItemKind, facts: readonly Evidence[]): ItemTraits {
  const value = (property: string, key: string) => facts.find((fact) => fact.property === property)?.values[key] ?? null
  const text = (property: string, key: string): string | null => {
    const found = value(property, key)
    return typeof found === 'string' ? found : null
  }
  const number = (property: string, key: string): number | null => {
    const found = value(property, key)
    return typeof found === 'number' ? found : null
  }
  const found = value(kind === 'track' ? 'release-tags' : 'episode-tags', 'tags')
  const tags = Array.isArray(found) ? (found as readonly string[]) : []
  const by = text('item', 'artist') ?? text('item', 'show') ?? ''
  const date = text('episode-date', 'date')
  return {
    itemId,
    kind,
    title: text('item', 'title') ?? '',
    by,
    byKey: nameKey(by),
    release: text('release', 'release'),
    label: text('label', 'label'),
    year: kind === 'track' ? number('release', 'year') : date === null ? null : Number(date.slice(0, 4)),
    tags,
    durationMs: number(kind === 'track' ? 'track-length' : 'episode-length', 'durationMs'),
    energy: energyOf(tags),
  }
}
