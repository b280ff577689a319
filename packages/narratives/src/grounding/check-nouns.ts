import type { NameMention, NameRole } from './mentions.js'
import { within } from './mentions.js'
import type { Reading } from './reading.js'

interface Noun {
  readonly roles: readonly NameRole[]
  /** A cited fact of this property has to hold the name. */
  readonly property: string | null
}

const nouns: ReadonlyMap<string, Noun> = new Map<string, Noun>([
  ...['label'].map((word): [string, Noun] => [word, { roles: ['label'], property: null }]),
  ...['release', 'record', 'compilation', 'album'].map((word): [string, Noun] => [word, { roles: ['release'], property: null }]),
  ...['track', 'song', 'remix'].map((word): [string, Noun] => [word, { roles: ['title', 'original'], property: null }]),
  ...['artist', 'band'].map((word): [string, Noun] => [word, { roles: ['artist', 'target', 'original-artist', 'anchor'], property: null }]),
  ['guest', { roles: ['person'], property: 'guest' }],
  ['host', { roles: ['person'], property: 'host' }],
  ['hosts', { roles: ['person', 'show'], property: 'host' }],
  ['show', { roles: ['show'], property: null }],
  ['original', { roles: ['original', 'original-artist'], property: null }],
  ['title', { roles: ['title', 'release', 'other'], property: null }],
  ['chapter', { roles: ['chapter'], property: null }],
])
const between = new Set('is are was the a an your this another one only first its both'.split(' '))

function fits(reading: Reading, name: NameMention, noun: Noun): boolean {
  const named = name.names.some((form) => noun.roles.includes(form.role))
  if (noun.property === null) return named
  return reading.facts.some(
    (fact) =>
      fact.fact.property === noun.property &&
      fact.names.some((own) => noun.roles.includes(own.role) && name.names.some((form) => form.form === own.form || form.value === own.value)),
  )
}

/** The name that a copula or an apposition ties to the noun: "X is the label", "X the label", "the label is X". */
function tied(reading: Reading, index: number): NameMention[] {
  const found: NameMention[] = []
  let left = index - 1
  let copula = false
  while (left >= 0) {
    const token = reading.tokens[left]
    if (token?.text === ',' && copula) {
      left -= 1
      break
    }
    if (token === undefined || (token.role !== 'tag' && token.role !== 'date' && !between.has(token.key))) break
    copula ||= ['is', 'are', 'was', 'the'].includes(token.key)
    left -= 1
  }
  const before = reading.names.find((name) => name.last === left)
  if (
    before !== undefined &&
    copula &&
    reading.tokens[left]?.possessive !== true &&
    !['of', 'on', 'by', 'from', 'to', 'with'].includes(reading.tokens[before.first - 1]?.key ?? '')
  )
    found.push(before)
  const after = reading.tokens[index + 1]
  const name = reading.names.find((candidate) => candidate.first === index + 2 || candidate.first === index + 3)
  if ((after?.key === 'is' || after?.key === 'was') && name !== undefined && within(name, reading.clauseOf({ first: index }))) found.push(name)
  const direct = reading.names.find((candidate) => candidate.first === index + (['called', 'named', 'titled'].includes(after?.key ?? '') ? 2 : 1))
  if (
    direct !== undefined &&
    !['guest', 'host', 'hosts', 'artist', 'band'].includes(reading.tokens[index]?.key ?? '') &&
    reading.tokens[index + 1]?.role !== 'mark'
  )
    found.push(direct)
  return found
}

/** Who is called the guest is the guest, what is called the label is the label. */
export function checkNouns(reading: Reading): void {
  for (const [index, token] of reading.tokens.entries()) {
    const noun = token.kind === 'word' && token.role !== 'name' && token.role !== 'quotation' ? nouns.get(token.key) : undefined
    if (noun === undefined) continue
    for (const name of tied(reading, index))
      if (!fits(reading, name, noun)) reading.refuse('relation', `no cited fact says that ${reading.textOf(name)} is the ${token.text}`, name)
  }
}
