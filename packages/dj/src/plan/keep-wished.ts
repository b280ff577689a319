import type { Wishes } from '../wishes.js'
import type { Candidate, ItemTraits } from './candidate.js'

type Filter = 'length' | 'only-tags' | 'years' | 'without-tags'

/** What is given up first where too little is left: how long, then which tags, then which years. What was ruled out stays out. */
const relaxed: readonly Filter[] = ['length', 'only-tags', 'years']

/** Fewer than this many are too little to choose from. */
const ENOUGH = 3

export interface Kept<Value> {
  readonly candidates: readonly Value[]
  /** Lines for the listener: what could not be honoured. */
  readonly refused: readonly string[]
}

function holds(filter: Filter, traits: ItemTraits, wishes: Wishes): boolean {
  const tags = new Set(traits.tags.map((tag) => tag.toLowerCase()))
  switch (filter) {
    case 'length': {
      const { minMs, maxMs } = wishes.length ?? { minMs: null, maxMs: null }
      if (minMs === null && maxMs === null) return true
      return traits.durationMs !== null && traits.durationMs >= (minMs ?? 0) && traits.durationMs <= (maxMs ?? Infinity)
    }
    case 'only-tags':
      return wishes.onlyTags.length === 0 || wishes.onlyTags.some((tag) => tags.has(tag.toLowerCase()))
    case 'years':
      if (wishes.years === null) return true
      return traits.year !== null && traits.year >= (wishes.years.from ?? -Infinity) && traits.year <= (wishes.years.to ?? Infinity)
    case 'without-tags':
      return !wishes.withoutTags.some((tag) => tags.has(tag.toLowerCase()))
  }
}

/** Whether an item is all that was wished for. */
export function isWished(traits: ItemTraits, wishes: Wishes): boolean {
  return (['without-tags', ...relaxed] as const).every((filter) => holds(filter, traits, wishes))
}

/** Those that are as wished; where there are too few, as many wishes as must be are left out, in a stated order, and said. */
export function keepWished(candidates: readonly Candidate[], wishes: Wishes): Kept<Candidate> {
  const allowed = candidates.filter(({ traits }) => holds('without-tags', traits, wishes))
  for (let dropped = 0; dropped <= relaxed.length; dropped += 1) {
    const kept = allowed.filter(({ traits }) => relaxed.slice(dropped).every((filter) => holds(filter, traits, wishes)))
    const isLast = dropped === relaxed.length
    if (kept.length >= ENOUGH || isLast) return { candidates: kept, refused: sayDropped(relaxed.slice(0, dropped), wishes) }
  }
  return { candidates: allowed, refused: [] }
}

function sayDropped(dropped: readonly Filter[], wishes: Wishes): readonly string[] {
  return dropped.flatMap((filter) => {
    if (filter === 'length' && wishes.length !== null) return ['Too little of that length fits your other wishes: the length is left open.']
    if (filter === 'only-tags' && wishes.onlyTags.length > 0)
      return [`Too little in the catalogue is tagged ${wishes.onlyTags.join(' or ')} as wished: other tags are let in.`]
    if (filter === 'years' && wishes.years !== null) return [`Too little in the catalogue is ${sayYears(wishes.years)}: other years are let in.`]
    return []
  })
}

function sayYears({ from, to }: { readonly from: number | null; readonly to: number | null }): string {
  if (from === null) return `from ${to} or before`
  return to === null ? `from ${from} or later` : from === to ? `from ${from}` : `from ${from} to ${to}`
}
