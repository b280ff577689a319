import { hasHidden } from '@linernotes/narrative-sdk'
import { findLink } from '../safety/find-link.js'
import { findMarkup } from '../safety/find-markup.js'
import { checkSensitive } from './check-sensitive.js'
import { listeningProperties } from './en/claim-words.js'
import { bannedPhrases, bannedWords } from './en/banned-words.js'
import { relativeTime } from './en/other-words.js'
import { maskLiteral, maskNames } from './mask-names.js'
import { obscenityMatcher } from './obscenity-matcher.js'
import type { Reading } from './reading.js'
import { stem } from './stem.js'

const lineBreaks = /[\p{Cc}\p{Zl}\p{Zp}]/u
const marks = /[<>{}[\]`*_#|\\^~=@$]|(?<!\d)%|&[a-z#]\w*;/iu
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u
/** Plain letters and figures, the accents of Latin, typographic quotation marks, dashes and dots: what a text of ours is made of. */
const ours =
  /[\u0020-\u007E\u00A0\u00A1\u00A7\u00A9\u00AB\u00AE\u00B0\u00B4\u00B7\u00BB\u00BF-\u024F\u02BC\u1E00-\u1EFF\u2010-\u2015\u2018-\u201F\u2026\u202F\u2032\u2033\u2122\u20AC£¥]/u

function refuseAt(reading: Reading, code: 'markup' | 'obscene' | 'banned-word' | 'name', reason: string, start: number, end: number): void {
  reading.refusals.push({ code, reason, start, end })
}

/** A letter that is not ours and in no cited fact: a look-alike, a fullwidth or mathematical one, a tower of marks. */
function foreignLetter(reading: Reading): string | null {
  const strange = Array.from(reading.text).filter((character) => !ours.test(character))
  if (strange.length === 0) return null
  const known = new Set(reading.facts.flatMap(({ fact }) => Array.from(`${fact.subject} ${fact.statement} ${Object.values(fact.values).flat().join(' ')}`)))
  return strange.find((character) => !known.has(character)) ?? null
}

/** Nothing that a client could turn into a link, an order or a picture, wherever it stands. Names with such pieces are in no request: `toRequest` takes them out. */
function checkPlain(reading: Reading, bare: string): void {
  const { text } = reading
  if (hasHidden(text) || lineBreaks.test(text)) refuseAt(reading, 'markup', 'hidden or control characters', 0, text.length)
  const strange = foreignLetter(reading)
  if (strange !== null)
    refuseAt(reading, 'markup', `the character ${strange} is in no cited fact`, text.indexOf(strange), text.indexOf(strange) + strange.length)
  if (findLink(text) !== null) refuseAt(reading, 'markup', 'a link, an address or a number to call', 0, text.length)
  if (findMarkup(text) !== null) refuseAt(reading, 'markup', 'markup', 0, text.length)
  for (const [pattern, reason, where] of [
    [marks, 'markup', bare],
    [emoji, 'an emoji', bare.replaceAll(/[©®™]/gu, ' ')],
  ] as const) {
    const match = pattern.exec(where)
    if (match !== null) refuseAt(reading, 'markup', `${reason}: ${match[0]}`, match.index, match.index + match[0].length)
  }
}

/** "some new podcast tech": as the description has it. */
function isOfPassage(reading: Reading, index: number): boolean {
  const [word, next] = [stem(reading.tokens[index]?.key ?? ''), stem(reading.tokens[index + 1]?.key ?? '')]
  return reading.facts.some((fact) => fact.passageStems.some((own, at) => own === word && fact.passageStems[at + 1] === next))
}

/** "Bitbasic again": somebody whom a fact says was played. */
function isReturn(reading: Reading, index: number): boolean {
  const name = reading.names.find((candidate) => candidate.last === index - 1)
  const token = reading.tokens[index]
  const known = reading.facts.some(
    ({ fact, names }) => listeningProperties.has(fact.property) && names.some((own) => name?.names.some((form) => form.value === own.value) === true),
  )
  if (token?.key !== 'again' || !known || reading.keys(reading.clauseOf({ first: index })).some((key) => key !== 'again')) return false
  token.role = 'function'
  return true
}

/** Plain text only: nothing hidden, no links, no markup, no emoji, no shouting, no salesman, nothing obscene, no guesses about a person. */
export function checkText(reading: Reading): void {
  const { text } = reading
  const bare = maskNames(reading)
  checkPlain(reading, bare)
  for (const [index, token] of reading.tokens.entries())
    if (token.text === '!' && token.role === 'mark') reading.refuse('banned-word', 'an exclamation mark', { first: index, last: index })
  const own = maskLiteral(reading, bare)
  const lower = own.toLowerCase().replace(/[-\s]+/gu, ' ')
  for (const phrase of bannedPhrases) if (lower.includes(phrase)) refuseAt(reading, 'banned-word', `“${phrase}” is not ours`, 0, text.length)
  for (const [index, token] of reading.tokens.entries()) {
    if (token.kind !== 'word' || token.role === 'name' || token.role === 'quotation') continue
    const mention = { first: index, last: index }
    if (bannedWords.has(token.key)) reading.refuse('banned-word', `“${token.text}” is not ours`, mention)
    if (relativeTime.has(token.key) && token.role !== 'tag' && !isReturn(reading, index) && !isOfPassage(reading, index))
      reading.refuse('date', `“${token.text}” does not stay true and is in no fact`, mention)
  }
  checkSensitive(reading, bare)
  const obscene = obscenityMatcher().getAllMatches(own)[0]
  if (obscene !== undefined) refuseAt(reading, 'obscene', 'an obscene word', obscene.startIndex, obscene.endIndex + 1)
}
