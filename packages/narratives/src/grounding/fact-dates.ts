import type { NarrativeFact } from '@linernotes/narrative-sdk'

/** What happened at a date; a sentence says so with its verbs and nouns. */
export type DateRole = 'release' | 'listening' | 'since' | 'first-play' | 'last-play' | 'episode' | 'begin' | 'any'

export interface FactDate {
  readonly role: DateRole
  /** 2018, 2018-03 or 2018-03-09. */
  readonly value: string
}

const sources: Readonly<Record<string, readonly [key: string, role: DateRole]>> = {
  release: ['year', 'release'],
  'first-release-by-artist': ['year', 'release'],
  'first-release-on-label': ['year', 'release'],
  'nth-release-in-year': ['year', 'release'],
  'artist-plays': ['year', 'listening'],
  'artist-first-play': ['month', 'first-play'],
  'artist-last-play': ['month', 'last-play'],
  'label-plays': ['since', 'since'],
  'episode-date': ['date', 'episode'],
  'releases-in-year': ['year', 'release'],
  'artist-begin': ['date', 'begin'],
}

/** The dates of a fact, with what they are dates of. */
export function factDates(fact: NarrativeFact): FactDate[] {
  const source = sources[fact.property]
  if (source !== undefined) {
    const value = fact.values[source[0]]
    return typeof value === 'number' || typeof value === 'string' ? [{ role: source[1], value: String(value).slice(0, 10) }] : []
  }
  return Object.values(fact.values).flatMap((value): FactDate[] =>
    (typeof value === 'string' && /^\d{4}(?:-\d{2}){0,2}$/u.test(value)) || (typeof value === 'number' && value >= 1850 && value <= 2100)
      ? [{ role: 'any', value: String(value) }]
      : [],
  )
}

/** '2018' is true of 2018-03; '2018-03' is not known from 2018. */
export function dateMatches(mention: { readonly value: string; readonly decade: boolean }, date: FactDate): boolean {
  return mention.decade ? date.value.slice(0, 3) === mention.value.slice(0, 3) : date.value === mention.value || date.value.startsWith(`${mention.value}-`)
}
