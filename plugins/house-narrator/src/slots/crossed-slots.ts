import { quoteTitle } from '@linernotes/narrative-sdk'
import { readCount, readName, sayName, type SlotContext, type SlotFamilies, type SlotFamily } from './fact-reader.js'

const yearOf = (month: unknown) => (typeof month === 'string' && /^\d{4}-/u.test(month) ? Number(month.slice(0, 4)) : null)
const year = (value: number | null) => sayName(value?.toString() ?? null)
/** Of four letters or more: shorter ones are articles and prepositions. */
const longWords = (text: string) => new Set(text.toLowerCase().match(/\p{L}{4,}/gu))

const releaseYear = (context: SlotContext) => {
  const [fact] = context.facts('release')
  const value = readCount(fact?.values['year'])
  return fact === undefined || value === null ? null : { id: fact.id, year: value }
}

/** A release and a year of the listener's, compared. */
function against(context: SlotContext, holds: (release: number, played: number, last: number | null) => boolean): SlotFamily | null {
  const release = releaseYear(context)
  const [plays, last] = [context.facts('artist-plays')[0], context.facts('artist-last-play')[0]]
  const played = readCount(plays?.values['year'])
  if (release === null || plays === undefined || played === null || !holds(release.year, played, yearOf(last?.values['month']))) return null
  return { factIds: [release.id, plays.id], slots: { year: year(release.year), played: year(played) } }
}

/** What only two facts together can say: computed here, so that no sentence has to calculate. */
export const crossedSlots: SlotFamilies = {
  /** Released before the first play, as far as that is known, and before the year of the plays. A compilation is younger than its tracks. */
  older: (context) => {
    const first = yearOf(context.facts('artist-first-play')[0]?.values['month'])
    if (context.facts('compilation').length > 0) return null
    return against(context, (release, played) => release < Math.min(played, first ?? played))
  },
  sameyear: (context) => against(context, (release, played) => release === played),
  /** Released after the year of the last play. */
  newer: (context) => {
    const release = releaseYear(context)
    const [last] = context.facts('artist-last-play')
    const stopped = yearOf(last?.values['month'])
    if (release === null || last === undefined || stopped === null || release.year <= stopped) return null
    return { factIds: [release.id, last.id], slots: { year: year(release.year) } }
  },
  /** The track and its release have a word in common, without having the same name. */
  echo: (context) => {
    const [fact] = context.facts('release')
    const [item] = context.facts('item')
    const [title, release] = [readName(item?.values['title']), readName(fact?.values['release'])]
    if (fact === undefined || item === undefined || title === null || release === null || title === release) return null
    const words = longWords(title)
    const shared = [...longWords(release)].some((word) => words.has(word))
    return shared ? { factIds: [item.id, fact.id], slots: { release: sayName(quoteTitle(release)) } } : null
  },
  /** The release carries the tag that the listener's plays are about. */
  sametag: (context) => {
    const [plays, tags] = [context.facts('tag-plays')[0], context.facts('release-tags')[0]]
    const tag = readName(plays?.values['tag'])
    const list = tags?.values['tags']
    if (plays === undefined || tags === undefined || tag === null || !Array.isArray(list)) return null
    const carries = tag.toLowerCase() !== 'compilation' && list.some((entry: string) => entry.toLowerCase() === tag.toLowerCase())
    return carries ? { factIds: [plays.id, tags.id], slots: { tag: context.rules.tag(tag) } } : null
  },
  /** The release that the listener played is the one that the item is on. */
  samerelease: (context) => {
    const [plays, release] = [context.facts('release-plays')[0], context.facts('release')[0]]
    if (plays === undefined || release === undefined || plays.values['release'] !== release.values['release']) return null
    return { factIds: [plays.id, release.id], slots: {} }
  },
  /** What came before in a session: a release fact about another item, and the year that lies between. */
  before: (context) => {
    const release = releaseYear(context)
    const title = context.facts('item')[0]?.values['title']
    const previous = context.request.facts.find((fact) => fact.property === 'release' && fact.values['title'] !== title)
    const then = readCount(previous?.values['year'])
    if (release === null || previous === undefined || then === null || release.year !== then + 1) return null
    const name = readName(previous.values['title'])
    return { factIds: [previous.id, release.id], slots: { title: sayName(name === null ? null : quoteTitle(name)), year: year(then) } }
  },
}
