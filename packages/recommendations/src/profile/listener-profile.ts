import type { FeedbackAffinity } from './feedback-affinity.js'

/** What a listener plays, in the numbers of one snapshot. Made from a history, or from seeds. */
export interface ListenerProfile {
  /** Nothing is known that this snapshot could use. */
  readonly isEmpty: boolean
  /** Artists and shows, strongest first. */
  readonly creators: ReadonlyMap<number, CreatorTaste>
  /** Heard items of each release. */
  readonly releases: ReadonlyMap<number, number>
  /** Distinct tracks heard of each label. */
  readonly labels: ReadonlyMap<number, number>
  /** tf-idf over release tags, length 1 (0 where nothing is known). */
  readonly tags: Float32Array
  readonly topics: ReadonlyMap<number, Finished>
  readonly shows: ReadonlyMap<number, Finished>
  /** Items of this profile, with what is known about each. */
  readonly items: ReadonlyMap<number, PlayedItem>
  /** Tags of everything played, also where the profile is made of seeds. */
  readonly playedTags: Uint8Array
  /** What they made of earlier recommendations. */
  readonly feedback: FeedbackAffinity
}

export interface CreatorTaste {
  readonly plays: number
  readonly lastPlayedAt: number
  /** log(1 + plays), less for what was left behind: see `recency`. */
  readonly weight: number
}

/** Items whose length is known, and how many of them were played to the end. */
export interface Finished {
  readonly finished: number
  readonly of: number
}

/** What a history says about one item. Times in milliseconds since 1970. */
export interface PlayedItem {
  readonly plays: number
  readonly lastPlayedAt: number
  /** Played to its end at least once; null is unknown. */
  readonly finished: boolean | null
}
