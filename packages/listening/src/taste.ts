import type { ItemFeedback } from './feedback.queries.js'
import type { Listener } from './listener.js'

/** How often something was played. Times in milliseconds since 1970. */
export interface Plays {
  readonly plays: number
  readonly firstPlayedAt: number
  readonly lastPlayedAt: number
}

export interface ItemTaste extends Plays {
  readonly itemId: string
  readonly kind: 'track' | 'episode'
  /** Played to at least nine tenths once; null where no play or no length is known. */
  readonly finished: boolean | null
}

/** Years and months are those of the listener's time zone; UTC where it is unknown. */
export interface ArtistTaste extends Plays {
  readonly artistId: string
  readonly name: string
  /** Plays by calendar year. */
  readonly years: ReadonlyMap<number, number>
  /** As 2018-03. */
  readonly firstMonth: string
  readonly lastMonth: string
}

export interface ReleaseTaste extends Plays {
  readonly releaseId: string
  readonly title: string
}

export interface LabelTaste extends Plays {
  readonly labelKey: string
  readonly label: string
  /** Distinct tracks. */
  readonly tracks: number
  /** Year of the first play. */
  readonly since: number
}

/** Episodes or tracks that were begun and whose length is known, and how many of them were played to at least nine tenths. */
export interface Finished {
  readonly finished: number
  readonly of: number
}
export interface ShowTaste extends Plays, Finished {
  readonly showId: string
  readonly title: string
}

/** How far a taste was read: places in the log of listens and feedback. */
export interface ReadThrough {
  readonly listens: number
  readonly feedback: number
}

/** What one listener's history says, read live. Lists are ordered by plays, most first. */
export interface Taste {
  readonly listener: Listener
  /** When it was read: milliseconds since 1970. */
  readonly readAt: number
  readonly through: ReadThrough
  /** What years and months are said in. */
  readonly timeZone: string
  /** All plays of things that are in the catalogue; null where there is none. */
  readonly total: Plays | null
  readonly items: ReadonlyMap<string, ItemTaste>
  /** "Various Artists" and the like are nobody's. */
  readonly artists: ReadonlyMap<string, ArtistTaste>
  readonly releases: ReadonlyMap<string, ReleaseTaste>
  readonly labels: ReadonlyMap<string, LabelTaste>
  /** Plays of tracks from releases that carry the tag: the tag is the release's, not the track's. */
  readonly tags: ReadonlyMap<string, Plays>
  readonly shows: ReadonlyMap<string, ShowTaste>
  /** By episode tag. */
  readonly topics: ReadonlyMap<string, Finished>
  /** Tracks longer than `longTrackMinutes`. */
  readonly longTracks: Finished
  /** Items that the listener asked not to be shown again. */
  readonly hiddenItemIds: ReadonlySet<string>
  /** What they made of items that were recommended, by item. */
  readonly feedback: ReadonlyMap<string, ItemFeedback>
}

export const longTrackMinutes = 7
/** A play of at least this share of the length is a finished one. A whole number, so that JavaScript and SQL round nothing. */
export const finishedPercent = 90
/** Fewer listeners than this are never told apart: "fewer than 10" is all that is said. */
export const audienceFloor = 10
