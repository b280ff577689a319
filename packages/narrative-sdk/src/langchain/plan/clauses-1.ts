import type { FactProperty, NarrativeFact } from '../../fact.js'

/** How a fact is told: `alone` as a sentence without its full stop, `after` as what goes on from a clause about the same thing. */
export interface Clause {
  readonly alone: string
  /** Property that has to stand before, and the words that follow it then. */
  readonly after: Readonly<Partial<Record<FactProperty, string>>>
}

type Values = NarrativeFact['values']
type Tell = (values: Values, statement: string) => Partial<Clause>

const list = (names: readonly string[]): string => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`)
const two = (value: number): string => String(value).padStart(2, '0')
const place = (milliseconds: unknown): string => {
  const seconds = Math.floor(Number(milliseconds) / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
/** What goes on after `property`, where the statement has the words for it. */
const goesOn = (property: FactProperty, statement: string, pattern: RegExp, say: (found: string) => string): Clause['after'] => {
  const found = pattern.exec(statement)?.[1]
  return found === undefined ? {} : { [property]: say(found) }
}
/** What a fact says of its item, once the item has been named. */
const ofItem = (text: string): Clause['after'] => ({ item: text, 'track-length': text })

/** English. A property that is not here is told by its statement. */
const tells: Readonly<Partial<Record<FactProperty, Tell>>> = {
  release: ({ release, year }) => ({ after: ofItem(`, from “${release}”${year === null ? '' : `, ${year}`}`) }),
  label: ({ label }) => ({ after: { release: `, on ${label}` } }),
  'release-tags': ({ tags }) => {
    const text = `, a release tagged ${list(Array.isArray(tags) ? tags.slice(0, 3) : [])}`
    return { after: { release: text, label: text } }
  },
  'track-length': (_, statement) => ({ after: goesOn('item', statement, / (is \S+ long)$/u, (length) => ` and ${length}`) }),
  'episode-length': (_, statement) => ({ after: goesOn('item', statement, / (is \S+ long)$/u, (length) => ` and ${length}`) }),
  'artist-last-play': (_, statement) => ({ after: goesOn('artist-plays', statement, / in (\p{L}+ \d{4})$/u, (month) => `, the last time in ${month}`) }),
  guest: ({ name }) => ({ after: { item: `, with ${name} as a guest` } }),
  chapter: ({ title, startMs }) => ({ alone: `“${title}” at ${place(startMs)}`, after: { chapter: `, “${title}” at ${place(startMs)}` } }),
  description: ({ quote }) => ({ alone: `“${quote}”` }),
  transcript: ({ quote, speaker }) => ({ alone: speaker === null ? `From the transcript: “${quote}”` : `${speaker}: “${quote}”` }),
}

export function clauseOf({ property, values, statement }: NarrativeFact): Clause {
  const plain = statement.trim().replace(/(?<![.…])\.$/u, '')
  const told = Object.hasOwn(tells, property) ? tells[property as FactProperty]?.(values, plain) : undefined
  return { alone: plain, after: {}, ...told }
}
