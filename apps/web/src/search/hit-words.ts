import { day, length, year } from '../words/number-words'
import type { Hit } from './search.documents'

const groups = [
  { kind: 'Artist', label: 'Artists' },
  { kind: 'Track', label: 'Tracks' },
  { kind: 'Show', label: 'Shows' },
  { kind: 'Episode', label: 'Episodes' },
] as const

export interface HitGroup {
  readonly label: string
  readonly hits: readonly Hit[]
}

/** Hits by what they are, in the order in which they were found; groups that hold nothing are left out. */
export function groupHits(hits: readonly Hit[]): readonly HitGroup[] {
  return groups.map(({ kind, label }) => ({ label, hits: hits.filter(({ __typename }) => __typename === kind) })).filter((group) => group.hits.length > 0)
}

export const hitName = (hit: Hit): string => (hit.__typename === 'Artist' ? hit.name : hit.title)

/** What tells a hit from others of its name. */
export function hitDetail(hit: Hit): string {
  const parts = detailsOf(hit)
  return parts.filter((part) => part !== null && part !== '').join(' · ')
}

function detailsOf(hit: Hit): readonly (string | null)[] {
  switch (hit.__typename) {
    case 'Artist':
      return [hit.disambiguation, hit.country]
    case 'Track':
      return [
        hit.artistCredits.map(({ creditedName, joinPhrase }) => creditedName + joinPhrase).join(''),
        hit.release?.title ?? null,
        year(hit.release?.releaseDate),
        length(hit.durationMs),
      ]
    case 'Show':
      return [hit.publisher]
    case 'Episode':
      return [hit.show.title, hit.publishedAt === null ? null : day(hit.publishedAt), length(hit.durationMs)]
  }
}
