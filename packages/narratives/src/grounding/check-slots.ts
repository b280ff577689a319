import { releaseNouns } from './en/other-words.js'
import type { NameMention, NameRole } from './mentions.js'
import type { Reading } from './reading.js'

const works: readonly NameRole[] = ['title', 'original', 'release', 'chapter', 'other']
const makers: readonly NameRole[] = ['artist', 'target', 'anchor', 'original-artist', 'label', 'person', 'show', 'other']
const carriers: readonly NameRole[] = ['release', 'label', 'show', 'other']

function has(name: NameMention, roles: readonly NameRole[]): boolean {
  return name.names.some((form) => roles.includes(form.role))
}

function at(reading: Reading, index: number): string {
  const token = reading.tokens[index]
  return token === undefined || token.role === 'name' || token.role === 'quotation' ? '' : token.key
}

/** What the words around a name say that it is: something released, whoever made it, or where it stands. */
function misplaced(reading: Reading, name: NameMention): boolean {
  const quoted = reading.tokens[name.first - 1]?.role === 'quotation' ? 1 : 0
  const [before, after, then] = [at(reading, name.first - 1 - quoted), at(reading, name.last + 1 + quoted), at(reading, name.last + 2 + quoted)]
  const possessed = reading.names.find((owner) => owner.last === name.first - 1 - quoted)
  if (possessed !== undefined && reading.tokens[possessed.last]?.possessive === true && !has(name, ['title', 'original', 'release'])) return true
  if (after === 'came' && then === 'out' && !has(name, works)) return true
  const take = ['take', 'takes', 'put', 'among'].includes(at(reading, name.first - 2))
  if (before === 'by' && at(reading, name.first - 2) === 'released' && !has(name, ['label', 'other'])) return true
  if (before === 'of' && /^genres?$/u.test(at(reading, name.first - 2)) && !has(name, ['artist', 'target', 'other'])) return true
  if (
    ['is', 'was'].includes(after) &&
    ['from', 'out', 'on'].includes(then) &&
    !has(name, works) &&
    !isSigned(reading, name) &&
    !reading.facts.some(({ fact }) => fact.property === 'artist-country')
  )
    return true
  const noun = at(reading, name.first - 2 - quoted)
  if (before === 'on' && !take && !has(name, [...carriers, 'chapter'])) return true
  const owns = reading.tokens[name.last]?.possessive === true && reading.names.some((other) => other.first === name.last + 1 && has(other, ['release']))
  if (before === 'off' && !owns && !has(name, ['release', 'show', 'chapter', 'other'])) return true
  if (before === 'on' && (releaseNouns.has(noun) || noun === 'out') && !has(name, ['label', 'show', 'other'])) return true
  const of = before === 'the' ? name.first - 2 : name.first - 1
  if (
    at(reading, of) === 'of' &&
    reading.numbers.some((number) => number.last === of - 1 && number.unit === 'episode' && number.ordinal) &&
    !has(name, ['show'])
  )
    return true
  if (
    reading.tokens[name.last]?.possessive === true &&
    has(name, ['title', 'chapter']) &&
    !has(name, ['release', 'artist', 'person', 'other', 'remixer', 'label', 'show'])
  )
    return true
  if (['guest', 'guests', 'host'].includes(after) && reading.tokens[name.last]?.possessive === true && !has(name, ['person', 'show', 'other'])) return true
  if (isMisnamedGuest(reading, name, before)) return true
  if (before === 'on' && noun === 'put' && !has(name, [...makers, 'title', 'original'])) return true
  if (before === 'on' && noun === 'longest' && !has(name, ['release', 'other'])) return true
  if (before === 'play' && reading.facts.some(({ fact }) => fact.property === 'shared-audience') && !has(name, ['artist', 'target', 'anchor', 'show', 'other']))
    return true
  if (['has'].includes(after) && then === 'met' && !has(name, ['title', 'release', 'other'])) return true
  if (['has', 'had'].includes(after) && then === 'played') return true
  if (['who', 'whom'].includes(after === ',' ? then : after) && !has(name, makers)) return true
  if (before === 'called' && ['is', 'was'].includes(at(reading, name.first - 2 - quoted)) && has(name, ['chapter']) && !has(name, ['title'])) return true
  if (before === 'original' && !has(name, ['title', 'original'])) return true
  if (before === 'on' && at(reading, name.first - 2) === 'tracks' && !has(name, carriers)) return true
  if (before === 'on' && reading.keys(reading.clauseOf(name)).includes('came') && !has(name, carriers)) return true
  if (
    ['is', 'was'].includes(after) &&
    then === 'in' &&
    reading.facts.some(({ fact }) => fact.property === 'artist-relation') &&
    !has(name, ['artist', 'target'])
  )
    return true
  if (isOrigin(reading, name)) return true
  if (
    after === 'is' &&
    then === 'the' &&
    ['only', 'first', 'third', 'second'].includes(at(reading, name.last + 3 + quoted)) &&
    !has(name, ['release', 'other'])
  )
    return true
  const artist = reading.item?.fact.values['artist']
  const stranger = typeof artist === 'string' && name.names.every((form) => ['artist', 'anchor'].includes(form.role) && !artist.includes(form.form))
  if (after === 'compilation' && before === 'a' && stranger) return true
  if (releaseNouns.has(after) && quoted === 0 && before !== 'the' && before !== '' && !has(name, makers)) return true
  return (
    at(reading, name.first - 1) === ',' &&
    at(reading, name.first - 2) === 'title' &&
    !has(name, reading.tokens.some((token) => token.role === null && releaseNouns.has(token.key)) ? ['release'] : works)
  )
}

/** "JFrank is on Crazy Language": by the label of the item's release. */
function isSigned(reading: Reading, name: NameMention): boolean {
  const artist = reading.item?.fact.values['artist']
  const place = reading.names.find((other) => other.first === name.last + 3)
  return typeof artist === 'string' && name.names.some((form) => form.value === artist) && place !== undefined && has(place, ['label'])
}

/** "with The Changelog": a show or an episode is nobody who joins it. */
function isMisnamedGuest(reading: Reading, name: NameMention, before: string): boolean {
  if (before !== 'with' || reading.item?.fact.values['show'] === null || has(name, ['person', 'chapter'])) return false
  const value = name.names[0]?.value
  return has(name, ['title']) || (has(name, ['show']) && reading.names.some((other) => other !== name && other.names.some((form) => form.value === value)))
}

/** "comes from Iceland": only a country is where somebody comes from, and only an artist is formed or born. */
function isOrigin(reading: Reading, name: NameMention): boolean {
  const from = at(reading, name.first - 1) === 'from' || (at(reading, name.first - 1) === 'the' && at(reading, name.first - 2) === 'from')
  const placed = reading.facts.some(
    ({ fact }) => fact.property === 'artist-country' && has(name, ['title', 'artist', 'release', 'original', 'target']) && !has(name, ['country']),
  )
  const verb = at(reading, name.first - 2 - (at(reading, name.first - 1) === 'the' ? 1 : 0))
  if (from && placed && (['comes', 'come', 'is', 'are', 'was', ','].includes(verb) || at(reading, name.first - 1) === 'the')) return true
  if (from && placed && reading.tokens[name.first - 2]?.text === ',') return true
  const next = reading.tokens.slice(name.last + 1, name.last + 4).map((token) => (token.role === 'name' ? '' : token.key))
  const begun = next.some((key) => ['formed', 'born', 'founded'].includes(key)) || (['comes', 'come'].includes(next[0] ?? '') && next[1] === 'from' && placed)
  return begun && !has(name, ['artist', 'target', 'person', 'label', 'other'])
}

function isTwice(reading: Reading, name: NameMention): boolean {
  const clause = reading.clauseOf(name)
  const roles = new Set(name.names.map((form) => form.role))
  const forms = new Set(name.names.map((form) => form.form))
  // A record may be called like its artist.
  if (roles.has('artist') && (roles.has('release') || roles.has('title'))) return false
  if (roles.has('release') && roles.has('label')) return false
  if (roles.has('title') && roles.has('release')) return false
  return reading.names.some((other) => other.last < name.first && other.first >= clause.first && other.names.some((form) => forms.has(form.form)))
}

/** A name stands where its kind can stand: artists do not come out, tracks hold no tracks, and nobody founds himself. */
export function checkSlots(reading: Reading): void {
  for (const name of reading.names) {
    if (misplaced(reading, name)) reading.refuse('relation', `${reading.textOf(name)} is not what the sentence takes it for`, name)
    else if (isTwice(reading, name)) reading.refuse('relation', `${reading.textOf(name)} is related to itself`, name)
  }
}
