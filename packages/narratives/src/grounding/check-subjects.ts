import { releaseNouns } from './en/other-words.js'
import { within, type NameMention, type NameRole } from './mentions.js'
import type { Reading } from './reading.js'

function keyAt(reading: Reading, index: number): string {
  const token = reading.tokens[index]
  return token === undefined || token.role === 'name' || token.role === 'quotation' ? '' : token.key
}

function has(name: NameMention, ...roles: readonly NameRole[]): boolean {
  return name.names.some((form) => roles.includes(form.role))
}

function refuse(reading: Reading, name: NameMention, says: string): void {
  reading.refuse('relation', `no cited fact says that ${reading.textOf(name)} ${says}`, name)
}

/** Past the name, its quotation mark and a comma. */
function behind(reading: Reading, name: NameMention): number {
  let index = name.last + 1
  while (/^["”’,]$/u.test(reading.tokens[index]?.text ?? '')) index += 1
  return index
}

/** "NAME, the one LABEL release", "NAME was LABEL's first release": the noun behind the article, past names, dates and tags. */
function isCalledRelease(reading: Reading, name: NameMention): boolean {
  let index = behind(reading, name)
  const comma = reading.tokens[index - 1]?.text === ','
  const copula = ['is', 'was'].includes(keyAt(reading, index))
  if (copula) index += 1
  if (!comma && !copula) return false
  const from = index
  while (
    index < from + 14 &&
    (['the', 'a', 'an', 'one', 'only', 'first', 'its'].includes(keyAt(reading, index)) ||
      ['name', 'date', 'tag', 'number'].includes(reading.tokens[index]?.role ?? ''))
  )
    index += 1
  const article =
    ['the', 'a', 'an'].includes(keyAt(reading, from)) || reading.names.some((other) => other.first === from && reading.tokens[other.last]?.possessive === true)
  return article && index > from && ['release', 'record'].includes(keyAt(reading, index)) && !/^of$/u.test(keyAt(reading, index + 1))
}

/** What bears a tag is a release: "No space rock so far; NAME is tagged with it", "NAME has it". */
function isCalledTagged(reading: Reading, name: NameMention): boolean {
  let index = behind(reading, name)
  if (['is', 'was', 'are'].includes(keyAt(reading, index))) index += 1
  return keyAt(reading, index) === 'tagged'
}

const genred: ReadonlySet<string> = new Set(['artist-genre', 'episode-tags', 'track-tags'])

function checkTagged(reading: Reading): void {
  const ofEpisode = reading.facts.some(({ fact }) => fact.property === 'episode-tags') && !reading.facts.some(({ fact }) => fact.property === 'artist-genre')
  for (const name of ofEpisode ? reading.names : [])
    if (isCalledTagged(reading, name) && !['by', 'from', 'on', 'of', 'off'].includes(keyAt(reading, name.first - 1)) && !has(name, 'title', 'other', 'chapter'))
      refuse(reading, name, 'bears a tag')
  if (!reading.facts.some(({ fact }) => fact.property === 'release-tags') || reading.facts.some(({ fact }) => genred.has(fact.property))) return
  for (const name of reading.names)
    if (
      isCalledTagged(reading, name) &&
      !['by', 'from', 'on', 'of', 'off'].includes(keyAt(reading, name.first - 1)) &&
      !has(name, 'release', 'title', 'other', 'show') &&
      reading.tokens[name.last]?.possessive !== true
    )
      refuse(reading, name, 'bears a tag')
}

/** "Ten artists share this compilation; NAME is one of them". */
function checkMembers(reading: Reading): void {
  if (!reading.numbers.some((number) => number.unit === 'artist')) return
  for (const name of reading.names) {
    const at = behind(reading, name)
    const one =
      ['is', 'was'].includes(keyAt(reading, at)) && keyAt(reading, at + 1) === 'one' && keyAt(reading, at + 2) === 'of' && keyAt(reading, at + 3) === 'them'
    if (one && !has(name, 'artist', 'target', 'anchor')) refuse(reading, name, 'is one of the artists')
  }
}

/** "NAME shares ten listeners with NAME", "27 listeners play both": the two whom the fact names. */
function checkListeners(reading: Reading): void {
  const facts = reading.facts.filter(({ fact }) => fact.property === 'shared-audience')
  for (const number of reading.numbers.filter((mention) => mention.unit === 'person')) {
    const stated = facts.filter(({ fact }) => reading.supports.some((support) => support.first === number.first && support.factIds.includes(fact.id)))
    if (stated.length === 0) continue
    const isStated = (name: NameMention): boolean =>
      stated.some(({ fact }) => name.names.some((form) => form.value === fact.values['anchor'] || form.value === fact.values['target']))
    const share = /^shares?$/u.test(keyAt(reading, number.first - 1)) ? reading.names.find((name) => name.last === number.first - 2) : undefined
    const to = reading.clauseOf(number).first
    const walked = reading.names.find((name) => keyAt(reading, name.first - 1) === 'to' && name.last < number.first && name.last >= to - 3)
    const both = keyAt(reading, reading.clauseOf(number).last - 1) === 'both' || reading.keys(reading.clauseOf(number)).includes('both')
    for (const name of [share, both ? walked : undefined]) if (name !== undefined && !isStated(name)) refuse(reading, name, 'shares these listeners')
    // "who also played this episode": the fact is about a show or an artist.
    const piece = reading.tokens.findIndex(
      (token, index) =>
        index > number.last &&
        ['play', 'played', 'heard'].includes(keyAt(reading, index)) &&
        keyAt(reading, index + 1) === 'this' &&
        ['episode', 'track', 'song'].includes(keyAt(reading, index + 2)) &&
        token.role !== 'name',
    )
    if (piece > 0) reading.refuse('relation', 'no cited fact says that these people played it', { first: piece, last: piece + 2 })
    for (const { fact } of stated) {
      const next = reading.names.find(
        (name) => name.first > number.last && keyAt(reading, name.first - 1) === 'play' && keyAt(reading, name.first - 2) === 'also',
      )
      const others = reading.names.filter((name) => name !== next)
      const again =
        next !== undefined &&
        next.names.some((form) => form.value === fact.values['anchor']) &&
        !others.some((name) => name.names.some((form) => form.value === fact.values['target']))
      if (again) refuse(reading, next, 'is what these people also play')
    }
  }
}

/** "“NAME”, five minutes long, has been heard by fewer than ten listeners": what few have found is a piece. */
function checkFew(reading: Reading): void {
  const few = reading.numbers.find((number) => number.unit === 'person' && number.comparator === 'fewer')
  if (few === undefined) return
  const name = reading.names.findLast((candidate) => candidate.last < few.first)
  const heard = ['heard', 'played', 'found'].some((word) => reading.keys({ first: name?.last ?? 0, last: few.first }).includes(word))
  if (
    name !== undefined &&
    heard &&
    ['by'].includes(keyAt(reading, few.first - 3)) &&
    !has(name, 'title', 'release', 'chapter', 'other') &&
    !within(name, reading.clauseOf(few))
  )
    refuse(reading, name, 'was heard by so few')
}

/** The subject of a statement is of the kind that the statement is about. */
export function checkSubjects(reading: Reading): void {
  for (const name of reading.names)
    if (isCalledRelease(reading, name) && !has(name, 'release', 'title', 'other') && !releaseNouns.has(keyAt(reading, name.last + 1)))
      refuse(reading, name, 'is a release')
  checkTagged(reading)
  checkMembers(reading)
  checkListeners(reading)
  checkFew(reading)
}
