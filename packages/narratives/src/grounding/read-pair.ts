import { pairWordings, pastWordings } from './en/pair-wordings.js'
import type { IndexedFact } from './fact-index.js'
import { numberWords } from './number-words.js'

const quoted = (name: string): string => `(?:[“‘"]${escape(name)}[”’"]|${escape(name)})`
/** A name may end in a full stop of its own. */
const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`).replaceAll(/\s+/gu, String.raw`\s+`)

/** How a count is said: 24, twenty-four, 1,204. */
function counts(value: number): string {
  return `(?:${[String(value), value.toLocaleString('en'), inWords(value)].join('|')})`
}

const wordOf = (number: number): string => [...numberWords].find(([, { value: own, ordinal }]) => own === number && !ordinal)?.[0] ?? String(number)

/** Up to 99; figures beyond. */
function inWords(value: number): string {
  if (value <= 20 || value >= 100 || value % 10 === 0) return wordOf(value)
  return `${wordOf(value - (value % 10))}-${wordOf(value % 10)}`
}

function times(plays: number): string {
  return plays === 1 ? 'once' : `(?:${plays === 2 ? 'twice|' : ''}${counts(plays)} times)`
}

/**
 * The facts that a sentence rests on which says what two items have in common, or how they stand to each other, in a wording that is known to say this and nothing more; null: it is none.
 * Every name, number and year in it is compared with the facts; words that are in no wording are in no such sentence.
 */
export function readPair(text: string, cited: readonly IndexedFact[]): readonly string[] | null {
  const sentence = text.trim()
  for (const { fact } of cited) {
    if (fact.property !== 'echo' && fact.property !== 'bridge') continue
    const { title, artist, otherTitle, otherArtist, shared, value } = fact.values
    if (![title, artist, otherTitle, otherArtist, shared, value].every((entry) => typeof entry === 'string')) continue
    const plays = cited.find((other) => other.fact.property === 'artist-plays' && other.fact.values['artist'] === otherArtist)?.fact ?? null
    if (sentence === fact.statement.trim()) return [fact.id]
    const isNamed = ['record', 'compilation'].includes(String(shared))
    const count = Number(plays?.values['plays'] ?? 0)
    const year = plays?.values['year'] ?? null
    const never = '(?!)'
    const slots: Readonly<Record<string, string>> = {
      T: quoted(String(title)),
      A: escape(String(artist)),
      U: quoted(String(otherTitle)),
      B: escape(String(otherArtist)),
      V: isNamed ? quoted(String(value)) : escape(String(value)),
      k: Number.isSafeInteger(Number(value)) ? `(?:${counts(Number(value))} years?|a year)` : never,
      n: plays === null ? never : times(count),
      p: plays === null ? never : `${counts(count)} plays?`,
      z: plays === null ? never : typeof year === 'number' ? ` in ${year}` : '(?: (?:here|in all))?',
      y: plays === null ? never : typeof year === 'number' ? `in ${year}` : '(?:here|in all)',
    }
    const isSaid = (wording: string): boolean =>
      new RegExp(`^(?:${wording.replaceAll(/\{(\w)\}/gu, (_, name: string) => slots[name] ?? never)})[.…]?$`, 'iu').test(sentence)
    if (pairWordings[String(shared)]?.some(isSaid) === true) {
      if (plays === null || !saysPlays(sentence, count)) return [fact.id]
      return isOfMaker(sentence, count, String(otherArtist)) ? [fact.id, plays.id] : null
    }
    if (plays !== null && pastWordings.some(isSaid)) return [plays.id]
  }
  return null
}

/** Plays are counted of whoever made the other one, never of the one piece: they stand right behind the maker's name. */
function isOfMaker(sentence: string, plays: number, maker: string): boolean {
  const said = new RegExp(
    String.raw`(?<head>.*?)[\s,]*(?:\b(?:which|whom|who|someone|somebody|a name) you (?:have )?played|\bwith|\bplayed)?\s+(?:${times(plays)}|${counts(plays)} plays?)(?![\p{L}\p{N}])`,
    'iu',
  )
  const head = said.exec(sentence)?.groups?.['head']
  return head?.toLowerCase().endsWith(maker.toLowerCase()) === true
}

function saysPlays(sentence: string, plays: number): boolean {
  return new RegExp(`${times(plays)}|${counts(plays)} plays?`, 'iu').test(sentence)
}
