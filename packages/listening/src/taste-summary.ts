import { inFigures, monthInWords } from './evidence/listening-evidence.js'
import type { Taste } from './taste.js'

/** The taste in plain words, for the listener. Nothing but counts: no moods, no guesses. */
export function tasteSummary(taste: Taste): string {
  if (taste.total === null) return 'Nothing played yet.'
  const since = new Date(taste.total.firstPlayedAt).toLocaleDateString('sv-SE', { timeZone: taste.timeZone })
  const sentences = [`${inFigures(taste.total.plays)} ${taste.total.plays === 1 ? 'play' : 'plays'} since ${monthInWords(since)}.`]
  const artists = [...taste.artists.values()].slice(0, 3).map((artist) => artist.name)
  const tags = [...taste.tags.keys()].filter((tag) => tag !== 'compilation').slice(0, 3)
  const shows = [...taste.shows.values()].slice(0, 2).map((show) => show.title)
  if (artists.length > 0) sentences.push(`Most played: ${inWords(artists)}.`)
  if (tags.length > 0) sentences.push(`Mostly from releases tagged ${inWords(tags)}.`)
  if (shows.length > 0) sentences.push(`Podcasts: ${inWords(shows)}.`)
  return sentences.join(' ')
}

function inWords(names: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names)
}
