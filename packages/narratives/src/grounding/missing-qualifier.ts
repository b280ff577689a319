import { dateMatches } from './fact-dates.js'
import { tagKey, type IndexedFact } from './fact-index.js'
import type { Reading } from './reading.js'

function isNamed(reading: Reading, fact: IndexedFact, key: string): boolean {
  const value = fact.fact.values[key]
  return (
    reading.names.some((mention) => mention.names.some((name) => name.value === value)) ||
    (typeof value === 'string' && reading.tags.some((tag) => tag.tag === tagKey(value)))
  )
}

function says(reading: Reading, ...words: readonly string[]): boolean {
  return reading.tokens.some((token) => token.role !== 'name' && token.role !== 'quotation' && words.includes(token.key))
}

/** What a count needs beside it to stay true: 212 plays in 2016 are not 212 plays. */
export function missingQualifier(reading: Reading, fact: IndexedFact): string | null {
  const { property, values } = fact.fact
  const computed = reading.numbers.some(
    (number) => number.difference !== null && reading.supports.some((support) => support.first === number.first && support.factIds.includes(fact.fact.id)),
  )
  const dated = computed || fact.dates.every((own) => reading.dates.some((date) => dateMatches(date, own)))
  switch (property) {
    case 'artist-plays':
      return dated ? null : `the year ${String(values['year'])}`
    case 'nth-release-in-year':
      return isNamed(reading, fact, 'artist') ? null : 'the artist'
    case 'label-plays':
      if (!dated) return `“since ${String(values['since'])}”`
      return isNamed(reading, fact, 'label') || says(reading, 'label') ? null : 'the label'
    case 'tag-plays':
      return isNamed(reading, fact, 'tag') ? null : 'the tag'
    case 'topic-plays':
      return isNamed(reading, fact, 'topic') ? null : 'the topic'
    case 'show-plays':
      return isNamed(reading, fact, 'show') || says(reading, 'show') ? null : 'the show'
    case 'release-plays':
      return isNamed(reading, fact, 'release') || says(reading, 'record', 'release') ? null : 'the release'
    case 'shared-audience':
      return isNamed(reading, fact, 'anchor') ||
        (says(reading, 'do') && reading.previous.some((before) => before.names.some((name) => name.value === values['anchor'])))
        ? null
        : 'whom they share'
    case 'long-tracks-finished':
      return reading.durations.some((duration) => duration.comparator === 'more' && duration.milliseconds === Number(values['overMinutes']) * 60_000)
        ? null
        : `“over ${String(values['overMinutes'])} minutes”`
    default:
      return null
  }
}
