import type { NarrativeFact } from '@linernotes/narrative-sdk'
import type { Unit } from './mentions.js'

/** A count that a fact holds. */
export interface FactQuantity {
  readonly unit: Unit
  readonly value: number
  readonly role: 'count' | 'of' | 'ordinal' | 'fewer-than'
}

type Source = readonly [key: string, unit: Unit, role: FactQuantity['role']]

const sources: Readonly<Record<string, readonly Source[]>> = {
  compilation: [['artists', 'artist', 'count']],
  'first-release-by-artist': [['of', 'release', 'of']],
  'first-release-on-label': [['of', 'release', 'of']],
  'longest-track': [['of', 'track', 'of']],
  'nth-release-in-year': [['ordinal', 'release', 'ordinal']],
  'releases-in-year': [['releases', 'release', 'count']],
  'episode-number': [['number', 'episode', 'ordinal']],
  'artist-plays': [['plays', 'play', 'count']],
  'release-plays': [['plays', 'play', 'count']],
  'tag-plays': [['plays', 'play', 'count']],
  'label-plays': [['tracks', 'track', 'count']],
  'long-tracks-finished': [
    ['finished', 'track', 'count'],
    ['of', 'track', 'of'],
  ],
  'show-plays': [
    ['finished', 'episode', 'count'],
    ['of', 'episode', 'of'],
  ],
  'topic-plays': [
    ['finished', 'episode', 'count'],
    ['of', 'episode', 'of'],
  ],
  'shared-audience': [['listeners', 'person', 'count']],
  'few-listeners': [['fewerThan', 'person', 'fewer-than']],
}

/** The counts of a fact, typed by the noun they count. "The only release" counts one. */
export function factQuantities(fact: NarrativeFact): FactQuantity[] {
  if (fact.property === 'only-release-by-artist' || fact.property === 'only-release-on-label') return [{ unit: 'release', value: 1, role: 'count' }]
  return (sources[fact.property] ?? []).flatMap(([key, unit, role]) => {
    const value = fact.values[key]
    return typeof value === 'number' && Number.isFinite(value) ? [{ unit, value, role }] : []
  })
}

/** Lengths and points in time of a fact, in milliseconds. */
export function factTimes(fact: NarrativeFact): { readonly milliseconds: number; readonly point: boolean }[] {
  const read = (key: string, point: boolean): { milliseconds: number; point: boolean }[] => {
    const value = fact.values[key]
    return typeof value === 'number' && Number.isFinite(value) ? [{ milliseconds: value, point }] : []
  }
  const minutes = fact.values['overMinutes']
  return [
    ...read('durationMs', false),
    ...read('startMs', true),
    ...read('endMs', true),
    ...(fact.property === 'soundbite' && typeof fact.values['startMs'] === 'number' && typeof fact.values['durationMs'] === 'number'
      ? [{ milliseconds: fact.values['startMs'] + fact.values['durationMs'], point: true }]
      : []),
    ...(typeof minutes === 'number' ? [{ milliseconds: minutes * 60_000, point: false }] : []),
  ]
}
