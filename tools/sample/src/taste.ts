/** An artist that a listener plays for a while. Days count from 2016-11-01. */
export interface Liking {
  readonly artist: string
  readonly from: number
  /** The day after the last play. */
  readonly until: number
  /** How often, against the others of the same time. */
  readonly weight: number
}

/** A show that a listener follows. */
export interface ShowHabit {
  readonly show: string
  readonly from: number
  readonly until: number
  /** Share of the show's new episodes that are started, in percent. */
  readonly started: number
  /** Tags of episodes that are started whenever they come. */
  readonly topics: readonly string[]
  /** Percent of the started episodes that are finished, on a topic and off it. */
  readonly finishedOnTopic: number
  readonly finishedOffTopic: number
}

/** Plays that happen exactly so often, for the hand-shaped listeners. */
export interface Script {
  /** Artist or label. */
  readonly of: { readonly artist: string } | { readonly label: string }
  readonly from: number
  readonly until: number
  readonly plays: number
  /** Every play is of another track. */
  readonly distinct: boolean
}

export interface Taste {
  readonly externalId: string
  readonly displayName: string | null
  /** IANA name; null is unknown. */
  readonly timeZone: string | null
  /** Winter time, in hours; only shapes the day, so summer time is ignored. */
  readonly utcOffset: number
  readonly from: number
  readonly until: number
  readonly sessionsPerYear: number
  /** Weight of every hour of a working day and of the weekend, 24 numbers each. */
  readonly weekdayHours: readonly number[]
  readonly weekendHours: readonly number[]
  readonly tags: readonly string[]
  readonly labels: readonly string[]
  /** Releases with these are never played by chance. */
  readonly avoidedTags: readonly string[]
  readonly avoidedArtists: readonly string[]
  readonly likings: readonly Liking[]
  /** Percent of plays that are of something new in the home tags, and anywhere. */
  readonly exploration: number
  readonly wandering: number
  /** Percent of plays that are finished, for tracks up to seven minutes and longer ones. */
  readonly finishesShort: number
  readonly finishesLong: number
  /** Whether the player reported how long something was played. */
  readonly reportsPlayed: boolean
  readonly shows: readonly ShowHabit[]
  readonly scripts: readonly Script[]
}

/** What the day looks like, by a name of the habit. */
export const dayShapes = {
  commuter: shape({ 7: 8, 8: 10, 12: 2, 17: 8, 18: 9, 20: 2 }),
  office: shape({ 9: 7, 10: 9, 11: 8, 13: 5, 14: 9, 15: 9, 16: 6, 21: 2 }),
  evening: shape({ 18: 4, 19: 7, 20: 10, 21: 10, 22: 6, 23: 2 }),
  night: shape({ 21: 3, 22: 7, 23: 10, 0: 9, 1: 6, 2: 3 }),
  early: shape({ 5: 6, 6: 10, 7: 8, 8: 3, 19: 2 }),
  idle: shape({ 10: 5, 11: 7, 13: 6, 15: 8, 16: 7, 20: 6, 22: 4 }),
} as const

function shape(hours: Readonly<Record<number, number>>): readonly number[] {
  return Array.from({ length: 24 }, (_, hour) => hours[hour] ?? 0)
}
