import { createEvidence, type Evidence } from '@linernotes/catalog'

/** What two items have in common, or how they differ. */
export type Shared =
  | 'label'
  | 'record'
  | 'title'
  | 'length'
  | 'remixer'
  | 'compilation'
  | 'country'
  | 'tracks'
  | 'longest'
  | 'later'
  | 'earlier'
  | 'year'
  | 'shorter'
  | 'longer'

export interface Pair {
  readonly itemId: string
  readonly title: string
  readonly artist: string
  readonly otherTitle: string
  readonly otherArtist: string
  readonly shared: Shared
  /** A name, a length as it is shown (3:14), a year, a number of years, or of tracks. */
  readonly value: string
  readonly source: Evidence['source']
  /** SQL that anyone can run again; null: it stands in the rows of the two. */
  readonly query: string | null
}

/** A fact about two items: `echo` where the other one is of the listener's past, `bridge` where it has just played. */
export function pairEvidence(property: 'echo' | 'bridge', pair: Pair): Evidence {
  const { itemId, title, artist, otherTitle, otherArtist, shared, value, source, query } = pair
  return createEvidence({
    kind: 'catalog',
    property,
    subjectId: itemId,
    subject: title,
    statement: sayPair(`“${title}” by ${artist}`, `“${otherTitle}” by ${otherArtist}`, shared, value),
    values: { title, artist, otherTitle, otherArtist, shared, value },
    source,
    query,
  })
}

function sayPair(one: string, other: string, shared: Shared, value: string): string {
  switch (shared) {
    case 'label':
      return `${one} and ${other} came out on the same label, ${value}.`
    case 'record':
      return `${one} and ${other} are on the same record, “${value}”.`
    case 'title':
      return `${one} and ${other} have the same title.`
    case 'length':
      return `${one} and ${other} are equally long, ${value}.`
    case 'remixer':
      return `${one} was remixed by ${value}, who made ${other}.`
    case 'compilation':
      return `The artists of ${one} and ${other} are together on the compilation “${value}”.`
    case 'country':
      return `The artists of ${one} and ${other} come from the same country, ${value}.`
    case 'tracks':
      return `${one} and ${other} are each on a record of ${value} tracks.`
    case 'longest':
      return `${one} and ${other} are each the longest track of their record.`
    case 'year':
      return `${one} and ${other} came out in the same year, ${value}.`
    case 'later':
      return `${one} came out ${years(value)} after ${other}.`
    case 'earlier':
      return `${one} came out ${years(value)} before ${other}.`
    case 'shorter':
      return `${one} is shorter than ${other}, ${value}.`
    case 'longer':
      return `${one} is longer than ${other}, ${value}.`
  }
}

function years(value: string): string {
  return value === '1' ? 'one year' : `${value} years`
}
