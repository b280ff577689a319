import { quoteTitle, type NarrativeFact } from '@linernotes/narrative-sdk'
import { sayTitle } from './catalogue-slots.js'
import { readCount, readLabel, readName, sayCount, sayName, type SlotContext, type SlotFamilies, type SlotFamily } from './fact-reader.js'

/** What is shared, or how the two stand to each other, as the fact names it. */
const echoes = ['label', 'record', 'title', 'length', 'remixer', 'compilation', 'country', 'tracks', 'longest'] as const
const bridges = ['label', 'record', 'title', 'length', 'remixer', 'year', 'later', 'earlier', 'longer', 'shorter'] as const

const isName = (shared: string) => shared === 'record' || shared === 'compilation'

function pair(context: SlotContext, property: 'echo' | 'bridge', shared: string): SlotFamily | null {
  const fact = context.facts(property).find(({ values }) => values['shared'] === shared)
  const [title, artist] = [readName(fact?.values['title']), readName(fact?.values['artist'])]
  const [otherTitle, otherArtist] = [readName(fact?.values['otherTitle']), readName(fact?.values['otherArtist'])]
  const value = readLabel(fact?.values['value'])
  if (fact === undefined || title === null || artist === null || otherTitle === null || otherArtist === null || value === null) return null
  const years = shared === 'later' || shared === 'earlier' ? readCount(Number(value)) : null
  return {
    factIds: [fact.id],
    slots: {
      title: sayTitle(title),
      artist: sayName(artist),
      other: sayName(`${quoteTitle(otherTitle)} by ${otherArtist}`),
      otherTitle: sayTitle(otherTitle),
      otherArtist: sayName(otherArtist),
      value: isName(shared) ? sayTitle(value) : sayName(value),
      years: sayCount(years, (count) => context.rules.counted(count, 'year')),
    },
  }
}

/** How often the listener played whoever made the other one. */
function past(context: SlotContext): SlotFamily | null {
  const [echo] = context.facts('echo')
  const plays = context.request.facts.find((fact: NarrativeFact) => fact.property === 'artist-plays' && fact.values['artist'] === echo?.values['otherArtist'])
  const [name, count] = [readName(plays?.values['artist']), readCount(plays?.values['plays'])]
  if (echo === undefined || plays === undefined || name === null || count === null) return null
  const year = readCount(plays.values['year'])
  return {
    factIds: [plays.id, echo.id],
    slots: {
      artist: sayName(name),
      times: sayCount(count, context.rules.times),
      plays: sayCount(count, (value) => context.rules.counted(value, 'play')),
      span: year === null ? sayName('in all') : context.rules.span(year),
      inYear: year === null ? null : context.rules.span(year),
    },
  }
}

/** What an item has in common with one of the listener's past (`echolabel`, `echotitle`, ...), and with the one before it (`bridgelabel`, `bridgelater`, ...). */
export const pairSlots: SlotFamilies = {
  ...Object.fromEntries(echoes.map((shared) => [`echo${shared}`, (context: SlotContext) => pair(context, 'echo', shared)])),
  ...Object.fromEntries(bridges.map((shared) => [`bridge${shared}`, (context: SlotContext) => pair(context, 'bridge', shared)])),
  echopast: past,
}
