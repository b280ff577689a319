import type { NarrativeRequest } from '@linernotes/narrative-sdk'
import type { GoldenExample } from './golden-example.js'

/** What a request is like, as far as its examples depend on it. Nothing in it comes from the listener's history. */
export interface Bucket {
  readonly language: string
  readonly kind: NarrativeRequest['kind']
  readonly style: NarrativeRequest['style']
  readonly family: ReasonFamily
  /** A tag that at least one of the examples carries; null: none does. */
  readonly genre: string | null
}

/** Reasons that are told alike: of what was played, of what it has in common with that, of others, of what is new, of nothing but the item. */
export type ReasonFamily = 'played' | 'alike' | 'others' | 'new' | 'item'

const families: Readonly<Record<string, ReasonFamily>> = {
  'same-artist': 'played',
  'same-release': 'played',
  rediscovery: 'played',
  'followed-show': 'played',
  'same-label': 'alike',
  'shared-tags': 'alike',
  'topic-match': 'alike',
  'similar-audience': 'others',
  'hidden-gem': 'others',
  exploration: 'new',
  'fresh-release': 'new',
}

export function familyOf(reason: string | null | undefined): ReasonFamily {
  return families[reason ?? ''] ?? 'item'
}

/** 'en-GB' and 'EN' are 'en'. */
export const primaryOf = (language: string): string => language.toLowerCase().split('-', 1)[0] ?? ''

export function bucketOf(request: NarrativeRequest, examples: readonly GoldenExample[]): Bucket {
  const { kind, style } = request
  return { language: primaryOf(request.language), kind, style, family: familyOf(request.reasons[0]?.code), genre: genreOf(request, examples) }
}

/** Of the item's tags the one that the fewest examples carry, so that "electronic" counts only where nothing narrower does; the first of equals. */
function genreOf({ facts }: NarrativeRequest, examples: readonly GoldenExample[]): string | null {
  const carried = new Map<string, number>()
  for (const genre of examples.flatMap(({ genres }) => genres)) carried.set(genre.toLowerCase(), (carried.get(genre.toLowerCase()) ?? 0) + 1)
  const tags = facts
    .filter(({ property }) => property === 'release-tags' || property === 'episode-tags')
    .flatMap(({ values }) => (Array.isArray(values['tags']) ? values['tags'] : []))
    .map((tag: string) => tag.toLowerCase())
    .filter((tag) => carried.has(tag))
  return tags.toSorted((left, right) => (carried.get(left) ?? 0) - (carried.get(right) ?? 0))[0] ?? null
}
