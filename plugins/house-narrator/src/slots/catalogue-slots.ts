import { quoteTitle, type FactProperty, type NarrativeFact } from '@linernotes/narrative-sdk'
import { readCount, readLabel, readName, readNames, sayCount, sayName, type SlotContext, type SlotFamilies, type SlotFamily } from './fact-reader.js'

/** A title in its quotation marks. */
export const sayTitle = (name: string | null) => sayName(name === null ? null : quoteTitle(name))
/** A family of one fact. */
export const fromFact =
  (property: FactProperty, say: (values: NarrativeFact['values'], context: SlotContext) => SlotFamily['slots']) =>
  (context: SlotContext): SlotFamily | null => {
    const [fact] = context.facts(property)
    return fact === undefined ? null : { factIds: [fact.id], slots: say(fact.values, context) }
  }

const itemTitle = (context: SlotContext) => readName(context.facts('item')[0]?.values['title'] ?? context.request.item.title)
const itemArtist = (context: SlotContext) => readName(context.facts('item')[0]?.values['artist'])

const lengthWithin = (least: number, most: number) =>
  fromFact('track-length', (values, { rules }) => {
    const length = readCount(values['durationMs'])
    const said = length === null || length < least || length > most ? null : length
    return { words: sayCount(said, rules.duration), short: sayCount(said, rules.shortDuration), clock: sayCount(said, rules.clock) }
  })

/** Facts of the catalogue about a track and its release. */
export const catalogueSlots: SlotFamilies = {
  item: fromFact('item', (values) => {
    const [title, artist, show] = [readName(values['title']), readName(values['artist']), readName(values['show'])]
    return { title: sayTitle(title), artist: sayName(artist), show: sayName(show), by: sayName(artist ?? show) }
  }),
  length: lengthWithin(500, Infinity),
  /** Two and a half minutes at most: worth a word. */
  brief: lengthWithin(500, 150_000),
  /** Seven minutes or more: so is that. */
  extended: lengthWithin(420_000, Infinity),
  /** The year, whatever the release is called. */
  out: fromFact('release', (values) => ({ year: sayName(readCount(values['year'])?.toString() ?? null) })),
  /** The release by its name, where that is not the track's or the artist's name again. */
  release: (context) => {
    const name = readName(context.facts('release')[0]?.values['release'])
    if (name === itemTitle(context) || name === itemArtist(context)) return null
    return fromFact('release', (values) => ({ release: sayTitle(name), year: sayName(readCount(values['year'])?.toString() ?? null) }))(context)
  },
  titletrack: (context) => {
    const [fact] = context.facts('release')
    const name = readName(fact?.values['release'])
    if (fact === undefined || name === null || name !== itemTitle(context)) return null
    return { factIds: [fact.id], slots: { year: sayName(readCount(fact.values['year'])?.toString() ?? null) } }
  },
  selftitled: (context) => {
    const [fact] = context.facts('release')
    const name = readName(fact?.values['release'])
    if (fact === undefined || name === null || name !== itemArtist(context)) return null
    return { factIds: [fact.id, 'F0'], slots: { year: sayName(readCount(fact.values['year'])?.toString() ?? null), name: sayName(name) } }
  },
  label: fromFact('label', (values) => ({ label: sayName(readLabel(values['label'])) })),
  tags: fromFact('release-tags', (values, context) => {
    const tags = readNames(values['tags'])
    const focus = readName(context.facts('tag-plays')[0]?.values['tag'] ?? context.facts('no-tag-plays')[0]?.values['tag'])
    return { release: context.rules.taggedRelease(tags, focus) }
  }),
  comp: fromFact('compilation', (values, { rules }) => {
    const artists = readCount(values['artists'])
    return { artists: sayCount(artists, (value) => rules.counted(value, 'artist')), count: sayCount(artists, rules.count) }
  }),
  onlyby: fromFact('only-release-by-artist', (values) => ({
    artist: sayName(readName(values['artist'])),
    release: sayTitle(readName(values['release'])),
  })),
  firstby: fromFact('first-release-by-artist', (values, { rules }) => ({
    artist: sayName(readName(values['artist'])),
    release: sayTitle(readName(values['release'])),
    year: sayName(readCount(values['year'])?.toString() ?? null),
    of: sayCount(readCount(values['of']), (value) => rules.counted(value, 'release')),
  })),
  onlylabel: fromFact('only-release-on-label', (values) => ({
    label: sayName(readName(values['label'])),
    release: sayTitle(readName(values['release'])),
  })),
  firstlabel: fromFact('first-release-on-label', (values, { rules }) => ({
    label: sayName(readName(values['label'])),
    release: sayTitle(readName(values['release'])),
    year: sayName(readCount(values['year'])?.toString() ?? null),
    of: sayCount(readCount(values['of']), (value) => rules.counted(value, 'release')),
  })),
  longest: fromFact('longest-track', (values, { rules }) => ({
    release: sayTitle(readName(values['release'])),
    clock: sayCount(readCount(values['durationMs']), rules.clock),
    words: sayCount(readCount(values['durationMs']), rules.duration),
    of: sayCount(readCount(values['of']), (value) => rules.counted(value, 'track')),
    count: sayCount(readCount(values['of']), rules.count),
  })),
  nth: fromFact('nth-release-in-year', (values, { rules }) => ({
    artist: sayName(readName(values['artist'])),
    release: sayTitle(readName(values['release'])),
    ordinal: sayCount(readCount(values['ordinal']), rules.ordinal),
    number: sayCount(readCount(values['ordinal']), rules.count),
    year: sayName(readCount(values['year'])?.toString() ?? null),
  })),
  inyear: fromFact('releases-in-year', (values, { rules }) => ({
    artist: sayName(readName(values['artist'])),
    releases: sayCount(readCount(values['releases']), (value) => rules.counted(value, 'release')),
    year: sayName(readCount(values['year'])?.toString() ?? null),
  })),
  remixof: fromFact('remix-of', (values) => ({
    original: sayTitle(readName(values['original'])),
    artist: sayName(readName(values['originalArtist'])),
  })),
  relation: fromFact('artist-relation', (values) => ({
    artist: sayName(readName(values['artist'])),
    relation: sayName(readName(values['relation'])),
    target: sayName(readName(values['target'])),
  })),
  country: fromFact('artist-country', (values) => ({ artist: sayName(readName(values['artist'])), country: sayName(readName(values['country'])) })),
  begin: fromFact('artist-begin', (values, { rules }) => {
    const date = readName(values['date'])
    return { artist: sayName(readName(values['artist'])), date: date === null ? null : rules.date(date) }
  }),
  genre: fromFact('artist-genre', (values, { rules }) => {
    const genre = readName(values['genre'])
    return { artist: sayName(readName(values['artist'])), genre: genre === null ? null : rules.tag(genre) }
  }),
}
