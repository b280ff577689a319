import type { Reading } from './reading.js'
import { bannedPhrases, bannedWords, relativeTime, sensitiveWords } from './en/other-words.js'
import { obscenityMatcher } from './obscenity-matcher.js'
import type { Token } from './token.js'

const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}\p{Variation_Selector}]/u
const link = /(?:https?:|www\.|mailto:|\b[\w-]+@[\w-]+|\b[\w-]{2,}\.(?:com|net|org|io|fm|co|de|uk|info|biz|me|tv|app|dev|ru|ly|xyz|link|site)\b)/iu
const markup = /[<>{}[\]`*_#|\\^~=@$%]|&[a-z#]\w*;/iu
const emoji = /\p{Extended_Pictographic}/u

function masked(reading: Reading): string {
  const characters =
    [...reading.text].length === reading.text.length
      ? reading.text.split('')
      : Array.from({ length: reading.text.length }, (_, index) => reading.text[index] ?? '')
  for (const name of reading.names) {
    const start = reading.tokens[name.first]?.start ?? 0
    const end = reading.tokens[name.last]?.end ?? 0
    characters.fill(' ', start, end)
  }
  return characters.join('')
}

function refuseAt(reading: Reading, code: 'markup' | 'obscene' | 'banned-word', reason: string, start: number, end: number): void {
  reading.refusals.push({ code, reason, start, end })
}

function plainWords(reading: Reading): { token: Token; index: number }[] {
  return reading.tokens.flatMap((token, index) => (token.kind === 'word' && token.role !== 'name' && token.role !== 'quotation' ? [{ token, index }] : []))
}

/** Plain text only: nothing hidden, no links, no markup, no emoji, no shouting, no salesman, nothing obscene, no guesses about a person. */
export function checkText(reading: Reading): void {
  const { text } = reading
  if (hidden.test(text)) refuseAt(reading, 'markup', 'hidden or control characters', 0, text.length)
  const found = link.exec(text)
  if (found !== null) refuseAt(reading, 'markup', `a link or address: ${found[0]}`, found.index, found.index + found[0].length)
  const bare = masked(reading)
  for (const [pattern, reason] of [
    [markup, 'markup'],
    [emoji, 'an emoji'],
  ] as const) {
    const match = pattern.exec(pattern === emoji ? bare.replace(/[©®™]/gu, ' ') : bare)
    if (match !== null) refuseAt(reading, 'markup', `${reason}: ${match[0]}`, match.index, match.index + match[0].length)
  }
  for (const [index, token] of reading.tokens.entries())
    if (token.text === '!' && token.role === 'mark') reading.refuse('banned-word', 'an exclamation mark', { first: index, last: index })
  const lower = bare.toLowerCase().replace(/[-\s]+/gu, ' ')
  for (const phrase of bannedPhrases) if (lower.includes(phrase)) refuseAt(reading, 'banned-word', `“${phrase}” is not ours`, 0, text.length)
  for (const { token, index } of plainWords(reading)) {
    const mention = { first: index, last: index }
    if (bannedWords.has(token.key)) reading.refuse('banned-word', `“${token.text}” is not ours`, mention)
    if (sensitiveWords.has(token.key)) reading.refuse('sensitive', `“${token.text}” touches a person's life`, mention)
    if (relativeTime.has(token.key) && token.role !== 'tag') reading.refuse('date', `“${token.text}” does not stay true and is in no fact`, mention)
  }
  const obscene = obscenityMatcher().getAllMatches(bare)[0]
  if (obscene !== undefined) refuseAt(reading, 'obscene', 'an obscene word', obscene.startIndex, obscene.endIndex + 1)
}
