import type { FactValue, NarrativeFact } from '@linernotes/narrative-sdk'
import { cleanLine } from '../clean-line.js'
import { capitalised, clock, countOf, dateInWords, inFigures, inTimes, inWords, lengthInWords } from './numbers-en.js'

const quoted = (text: string): string => `“${text}”`
/** A longer passage is not read out. */
const quoteCharacters = 300
const mostTags = 2
/** Names of these are put in quotation marks. */
const titles = new Set(['title', 'release', 'original', 'chapter'])

type Slots = Record<string, string | null>

/** What numbers and dates of a property are called in wordings; names need no entry. */
const counted: Readonly<Record<string, (values: Readonly<Record<string, FactValue>>) => Slots>> = {
  'artist-plays': ({ plays, year }) => ({ ...playsOf(plays), year: yearOf(year), ever: year === null && typeof plays === 'number' ? inTimes(plays) : null }),
  'artist-first-play': ({ month }) => ({ first: dateOf(month) }),
  'artist-last-play': ({ month }) => ({ last: dateOf(month) }),
  'release-plays': ({ plays }) => playsOf(plays),
  'tag-plays': ({ tag, plays }) => ({ ...playsOf(plays), tag: tagOf(tag) }),
  'no-tag-plays': ({ tag }) => ({ tag: tagOf(tag) }),
  'label-plays': ({ tracks, since }) => ({ ...aloud('tracks', tracks, 'track'), since: yearOf(since) }),
  'few-listeners': ({ fewerThan }) => ({ floor: wordsIn(fewerThan) }),
  'shared-audience': ({ anchor, listeners }) => ({ artist: nameOf(anchor), ...both('people', typeof listeners === 'number' ? peopleOf(listeners) : null) }),
  'long-tracks-finished': ({ finished, of, overMinutes }) => ({ share: shareOf(finished, of), minutes: wordsIn(overMinutes) }),
  'show-plays': episodesOf,
  'topic-plays': episodesOf,
  release: ({ year }) => ({ out: yearOf(year) }),
  'release-tags': ({ tags }) => ({ tags: tagsOf(tags) }),
  'episode-tags': ({ tags }) => ({ tags: tagsOf(tags) }),
  'track-length': ({ durationMs }) => both('length', typeof durationMs === 'number' ? lengthInWords(durationMs) : null),
  'longest-track': ({ durationMs, of }) => ({ length: typeof durationMs === 'number' ? lengthInWords(durationMs) : null, of: wordsIn(of) }),
  'first-release-by-artist': ({ of }) => ({ of: wordsIn(of) }),
  'first-release-on-label': ({ of }) => ({ of: wordsIn(of) }),
  compilation: ({ artists }) => ({ artists: wordsIn(artists) }),
  'releases-in-year': ({ releases, year }) => ({ releases: wordsIn(releases), year: yearOf(year) }),
  'nth-release-in-year': ({ ordinal, year }) => ({ nth: ['', 'first', 'second', 'third', 'fourth', 'fifth'][Number(ordinal)] || null, year: yearOf(year) }),
  item: ({ artist, show }) => ({ by: nameOf(artist) ?? nameOf(show) }),
  'episode-date': ({ date }) => ({ date: dateOf(date) }),
  'episode-length': ({ durationMs }) => ({ clock: clockOf(durationMs) }),
  'episode-number': ({ number }) => ({ number: typeof number === 'number' ? inFigures(number) : null }),
  chapter: ({ title, startMs }) => ({ chapter: typeof title === 'string' ? quoted(cleanLine(title)) : null, start: clockOf(startMs) }),
  soundbite: ({ startMs }) => ({ start: clockOf(startMs) }),
  description: ({ quote }) => ({ quote: quoteOf(quote) }),
  transcript: ({ quote, speaker }) => ({ passage: quoteOf(quote), speaker: nameOf(speaker) }),
}

/** English texts for the slots of a fact. */
export function slotsOf({ property, values }: NarrativeFact): Readonly<Record<string, string>> {
  const names = Object.entries(values).map(([key, value]): [string, string | null] => {
    const name = nameOf(value)
    return [key, name !== null && titles.has(key) ? quoted(name) : name]
  })
  const slots: Slots = { ...Object.fromEntries(names), ...counted[property]?.(values) }
  return Object.fromEntries(Object.entries(slots).filter((entry): entry is [string, string] => entry[1] !== null))
}

function both(name: string, text: string | null): Slots {
  return text === null ? {} : { [name]: text, [capitalised(name)]: capitalised(text) }
}

function playsOf(plays: FactValue | undefined): Slots {
  if (typeof plays !== 'number') return {}
  return { times: inTimes(plays), ...aloud('plays', plays, 'play') }
}

/** 'both', 'all three', 'two of the three': before a noun, and alone. */
function episodesOf({ finished, of }: Readonly<Record<string, FactValue>>): Slots {
  if (typeof finished !== 'number' || typeof of !== 'number') return {}
  const all = of === 2 ? 'both' : `all ${inWords(of)}`
  if (finished === of && of > 1) return { share: all, part: all }
  return { share: `${inWords(finished)} of the ${inWords(of)}`, part: `${inWords(finished)} of ${inWords(of)}` }
}

/** In figures inside a sentence, in words where it begins one. */
function aloud(name: string, value: FactValue | undefined, noun: string): Slots {
  return typeof value === 'number'
    ? { [name]: countOf(value, noun), [capitalised(name)]: `${capitalised(inWords(value))} ${noun}${value === 1 ? '' : 's'}` }
    : {}
}

/** Counted in tens. */
const peopleOf = (count: number): string => `at least ${inWords(count)} people`
const wordsIn = (value: FactValue | undefined): string | null => (typeof value === 'number' ? inWords(value) : null)
const yearOf = (value: FactValue | undefined): string | null => (typeof value === 'number' ? String(value) : null)
const dateOf = (value: FactValue | undefined): string | null => (typeof value === 'string' ? dateInWords(value) : null)
const clockOf = (value: FactValue | undefined): string | null => (typeof value === 'number' ? clock(value) : null)
const shareOf = (part: FactValue | undefined, of: FactValue | undefined): string | null =>
  typeof part === 'number' && typeof of === 'number' ? `${inFigures(part)} of ${inFigures(of)}` : null
const nameOf = (value: FactValue | undefined): string | null => (typeof value === 'string' && cleanLine(value) !== '' ? cleanLine(value) : null)

/** Tags that say more of who looked than of what was heard: not ours. */
const unsaid = new Set(['exotic'])

/** In lower case, abbreviations as they are: 'trip hop', 'IDM'. */
function tagOf(value: FactValue | undefined): string | null {
  const tag = nameOf(value)
  if (tag === null || unsaid.has(tag.toLowerCase())) return null
  return tag.replaceAll(/(?<![^ -])\p{Lu}\p{Ll}+(?![^ -])/gu, (word) => word.toLowerCase())
}

function tagsOf(value: FactValue | undefined): string | null {
  if (!Array.isArray(value)) return null
  const tags = (value as readonly string[]).flatMap((tag) => tagOf(tag) ?? [])
  return tags.length === 0 ? null : tags.slice(0, mostTags).join(' and ')
}

function quoteOf(value: FactValue | undefined): string | null {
  return typeof value === 'string' && value.length <= quoteCharacters && cleanLine(value) !== '' ? quoted(cleanLine(value)) : null
}
