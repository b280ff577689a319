import { within, type NameMention, type NameRole } from './mentions.js'
import type { Reading } from './reading.js'

const favoured = new Set('artist label record release track song'.split(' '))
const leaving = new Set('stopped quit dropped left abandoned'.split(' '))

function keyAt(reading: Reading, index: number): string {
  const token = reading.tokens[index]
  return token === undefined || token.role === 'name' || token.role === 'quotation' ? '' : token.key
}

function has(name: NameMention, ...roles: readonly NameRole[]): boolean {
  return name.names.some((form) => roles.includes(form.role))
}

/** "NAME lasts four minutes", "NAME is heard in TITLE": of a piece, and of somebody who speaks. */
function checkNamed(reading: Reading, name: NameMention): void {
  const next = keyAt(reading, name.last + 1)
  if (
    next === 'lasts' &&
    keyAt(reading, name.first - 1) !== 'of' &&
    reading.durations.some((mention) => mention.first <= name.last + 3 && mention.first > name.last) &&
    !has(name, 'title', 'original', 'release', 'chapter', 'other')
  )
    reading.refuse('relation', `no cited fact says how long ${reading.textOf(name)} is`, name)
  const heard = ['is', 'are'].includes(next) && keyAt(reading, name.last + 2) === 'heard' && ['in', 'on'].includes(keyAt(reading, name.last + 3))
  if (heard && !has(name, 'person', 'other')) reading.refuse('relation', `no cited fact says that ${reading.textOf(name)} is heard there`, name)
  // "TITLE, the only release on LABEL".
  const comma = ['is', 'was'].includes(next) || reading.tokens[name.last + 1]?.text === ','
  const only =
    comma &&
    keyAt(reading, name.last + 2) === 'the' &&
    keyAt(reading, name.last + 3) === 'only' &&
    ['release', 'record'].includes(keyAt(reading, name.last + 4))
  if (only && !has(name, 'release')) reading.refuse('relation', `${reading.textOf(name)} is no release`, name)
}

/** Favourites and departures that no fact holds: "more than anything", "the artist of your 2017", "eleven people have stopped". */
export function checkOverclaims(reading: Reading): void {
  for (const name of reading.names) checkNamed(reading, name)
  for (const index of reading.tokens.keys()) {
    const [key, next, then] = [keyAt(reading, index), keyAt(reading, index + 1), keyAt(reading, index + 2)]
    const mention = { first: index, last: index }
    if (key === 'than' && /^any(?:thing|body|one|where)?$/u.test(next)) reading.refuse('superlative', 'no cited fact compares with all others', mention)
    const year = then === 'your' && reading.dates.some((date) => date.first === index + 3)
    if (favoured.has(key) && next === 'of' && year && keyAt(reading, index - 1) === 'the')
      reading.refuse('superlative', `no cited fact says “the ${key} of”`, mention)
    if (!leaving.has(key)) continue
    const clause = reading.clauseOf(mention)
    if (reading.numbers.some((number) => number.unit === 'person' && within(number, clause)))
      reading.refuse('listening', 'no cited fact says what these people no longer play', mention)
  }
}
