import type { FactValue, NarrativeFact } from '@linernotes/narrative-sdk'
import { fromFact, sayTitle } from './catalogue-slots.js'
import { readCount, readLabel, readName, sayCount, sayName, type SlotContext, type SlotFamilies, type SlotFamily } from './fact-reader.js'

/** Catalogues spell one name in several cases, with an apostrophe and without. */
const plainName = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/['’]/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Plays of somebody else, said beside an item, would read as if the item were theirs. */
const isByItsArtist = (context: SlotContext, fact: NarrativeFact) => {
  const [credit, artist] = [readName(context.facts('item')[0]?.values['artist']), readName(fact.values['artist'])]
  return credit === null || (artist !== null && ` ${plainName(credit)} `.includes(` ${plainName(artist)} `))
}
/** The plays that a callback is about; first and last plays are of the same artist, the one of the item. */
const playsFact = (context: SlotContext) => context.facts('artist-plays').find((fact) => isByItsArtist(context, fact))
const ofSameArtist = (context: SlotContext, property: 'artist-first-play' | 'artist-last-play') =>
  context.facts(property).find((fact) => isByItsArtist(context, fact))

function plays(fact: NarrativeFact, { rules }: SlotContext): SlotFamily {
  const [count, year] = [readCount(fact.values['plays']), readCount(fact.values['year'])]
  return {
    factIds: [fact.id],
    slots: {
      artist: sayName(readName(fact.values['artist'])),
      times: sayCount(count, rules.times),
      plays: sayCount(count, (value) => rules.counted(value, 'play')),
      count: sayCount(count, rules.count),
      year: sayName(year?.toString() ?? null),
      span: rules.span(year),
    },
  }
}

/** Plays of the name whose listeners are shared, where their year is as wanted. */
function anchorPlays(context: SlotContext, isWanted: (year: FactValue | undefined) => boolean): SlotFamily | null {
  const anchor = context.facts('shared-audience')[0]?.values['anchor']
  const fact = context.facts('artist-plays').find(({ values }) => anchor !== undefined && values['artist'] === anchor)
  if (fact === undefined || !isWanted(fact.values['year'])) return null
  const { factIds, slots } = plays(fact, context)
  return { factIds, slots: { ...slots, anchor: slots['artist'] ?? null } }
}

/** How a record was put together is no kind of music: nobody follows compilations. */
const readGenre = (value: FactValue | undefined) => {
  const tag = readName(value)
  return tag === null || tag.toLowerCase() === 'compilation' ? null : tag
}

function month(fact: NarrativeFact | undefined, { rules }: SlotContext): SlotFamily | null {
  const said = readName(fact?.values['month'])
  if (fact === undefined || said === null) return null
  return { factIds: [fact.id], slots: { artist: sayName(readName(fact.values['artist'])), month: rules.month(said) } }
}

/** What the listener played, and who else plays what. */
export const listeningSlots: SlotFamilies = {
  /** Plays of an artist, in one year or in all: `span` says which. */
  plays: (context) => {
    const fact = playsFact(context)
    return fact === undefined ? null : plays(fact, context)
  },
  /** The same, where they are many enough to call somebody familiar. */
  often: (context) => {
    const fact = playsFact(context)
    return fact === undefined || (readCount(fact.values['plays']) ?? 0) < 10 ? null : plays(fact, context)
  },
  /** The same, where no year had enough of them to be named. */
  inall: (context) => {
    const fact = playsFact(context)
    return fact === undefined || fact.values['year'] !== null ? null : plays(fact, context)
  },
  /** Plays of somebody else: of the name whose listeners also play the item's. */
  yours: (context) => anchorPlays(context, (year) => year !== null),
  /** The same, where no year had enough of them. */
  yoursinall: (context) => anchorPlays(context, (year) => year === null),
  first: (context) => month(ofSameArtist(context, 'artist-first-play'), context),
  last: (context) => month(ofSameArtist(context, 'artist-last-play'), context),
  releaseplays: fromFact('release-plays', (values, { rules }) => ({
    release: sayTitle(readName(values['release'])),
    times: sayCount(readCount(values['plays']), rules.times),
    plays: sayCount(readCount(values['plays']), (value) => rules.counted(value, 'play')),
    count: sayCount(readCount(values['plays']), rules.count),
  })),
  labelplays: fromFact('label-plays', (values, { rules }) => {
    const [label, tracks, since] = [readLabel(values['label']), readCount(values['tracks']), readCount(values['since'])]
    return {
      label: sayName(label),
      tracks: sayCount(tracks, (value) => rules.counted(value, 'track')),
      all: label === null ? null : sayCount(tracks, (value) => rules.countedWith(value, label, 'track')),
      since: sayName(since?.toString() ?? null),
    }
  }),
  tagplays: fromFact('tag-plays', (values, { rules }) => {
    const [tag, count] = [readGenre(values['tag']), readCount(values['plays'])]
    return {
      releases: tag === null ? null : rules.taggedReleases(tag),
      genre: tag === null ? null : rules.genre(tag),
      times: sayCount(count, rules.times),
      plays: sayCount(count, (value) => rules.counted(value, 'play')),
      count: sayCount(count, rules.count),
    }
  }),
  notag: fromFact('no-tag-plays', (values, { rules }) => {
    const tag = readGenre(values['tag'])
    return { tag: tag === null ? null : rules.genre(tag), any: tag === null ? null : rules.tag(tag) }
  }),
  long: fromFact('long-tracks-finished', (values, { rules }) => {
    const [finished, of] = [readCount(values['finished']), readCount(values['of'])]
    return {
      share: finished === null || of === null || finished > of ? null : rules.share(finished, of),
      minutes: sayCount(readCount(values['overMinutes']), rules.count),
    }
  }),
  /** Two names with listeners in common, counted in tens: at least so many. */
  both: fromFact('shared-audience', (values, { rules }) => {
    const listeners = readCount(values['listeners'])
    return {
      anchor: sayName(readName(values['anchor'])),
      target: sayName(readName(values['target'])),
      listeners: sayCount(listeners, (value) => rules.atLeast(value, 'listener')),
      people: sayCount(listeners, (value) => rules.atLeast(value, 'person')),
      count: sayCount(listeners, rules.count),
    }
  }),
  /** Two names with listeners in common, too few to count aloud. */
  fewboth: (context) => {
    if (context.facts('shared-audience')[0]?.values['listeners'] !== null) return null
    return fromFact('shared-audience', (values) => ({ anchor: sayName(readName(values['anchor'])), target: sayName(readName(values['target'])) }))(context)
  },
  few: fromFact('few-listeners', (values, { rules }) => ({
    fewer: sayCount(readCount(values['fewerThan']), rules.fewerThan),
    count: sayCount(readCount(values['fewerThan']), rules.count),
  })),
  /** An editor's note as it stands, ended where it has no end; a note that shouts is left to be read elsewhere. */
  note: (context) => {
    const fact = context.request.facts.find((candidate) => candidate.kind === 'editorial')
    const text = readName(fact?.statement)
    if (fact === undefined || text === null || text.includes('!')) return null
    return { factIds: [fact.id], slots: { text: sayName(/[.?]$/u.test(text) ? text : `${text}.`) } }
  },
}
