import type { Evidence } from '@linernotes/catalog'

/** What anybody's player shows, or what only counts plays: genre, year, counts of plays and of listeners, and what an item is called. */
const common: ReadonlySet<string> = new Set([
  'item',
  'release',
  'release-tags',
  'episode-tags',
  'artist-genre',
  'artist-plays',
  'artist-first-play',
  'artist-last-play',
  'release-plays',
  'label-plays',
  'tag-plays',
  'no-tag-plays',
  'show-plays',
  'topic-plays',
  'long-tracks-finished',
  'shared-audience',
  'few-listeners',
  'episode-date',
  'releases-in-year',
])
const datedPairs: ReadonlySet<unknown> = new Set(['year', 'later', 'earlier'])

/** Whether a fact says something of its own: neither genre nor year nor how often something was played. */
export function isSourcedFact({ property, values }: Pick<Evidence, 'property' | 'values'>): boolean {
  return !common.has(property) && !datedPairs.has(values['shared'])
}
