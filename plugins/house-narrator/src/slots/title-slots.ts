import { quoteTitle } from '@linernotes/narrative-sdk'
import { readName, sayName, type SlotContext, type SlotFamilies, type SlotFamily } from './fact-reader.js'

const quoted = (name: string | undefined) => sayName(name === undefined ? null : quoteTitle(name))

const fromTitle = (pattern: RegExp, say: (match: RegExpExecArray, context: SlotContext) => SlotFamily['slots']) => (context: SlotContext) => {
  const [fact] = context.facts('item')
  const title = readName(fact?.values['title'])
  const match = title === null ? null : pattern.exec(title)
  return fact === undefined || match === null ? null : { factIds: [fact.id], slots: say(match, context) }
}

/** What a title says of itself: all that there is where nothing else is known. */
export const titleSlots: SlotFamilies = {
  /** 'Mondeo (msc Remix)': the base and the version, never who made it. */
  version: fromTitle(/^(.{2,}?) [([]([^()[\]]{1,40} (?:remix|rmx|mix|edit|version|rework))[)\]]$/iu, ([, base, version]) => ({
    base: quoted(base),
    version: quoted(version),
  })),
  question: fromTitle(/^[^?]+\?$/u, ([title]) => ({ title: quoted(title) })),
  again: fromTitle(/^(yet another|another|one more) \S/iu, ([, opening]) => ({ opening: quoted(opening?.toLowerCase()) })),
  live: fromTitle(/[([]live[^)\]]*[)\]]$/iu, ([version]) => ({ version: quoted(version.slice(1, -1)) })),
}
