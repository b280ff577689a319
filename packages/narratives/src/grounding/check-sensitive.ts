import { findBoast } from '../safety/find-boast.js'
import { sensitiveGround } from './en/sensitive-words.js'
import { releaseNouns } from './en/other-words.js'
import { units } from './en/units.js'
import { isNamed } from './mask-names.js'
import type { Reading } from './reading.js'

const grounds = Object.entries(sensitiveGround).map(([ground, { words, phrases }]) => ({
  ground,
  words,
  phrases: phrases.length === 0 ? null : new RegExp(phrases.join('|'), 'u'),
}))
const groundOf: ReadonlyMap<string, string> = new Map(grounds.flatMap(({ ground, words }) => [...words].map((word) => [word, ground] as const)))
const listener = new Set('you your yours yourself youre youve youd youll'.split(' '))
const openers = new Set(['“', '"', '‘', '„', '«', "'"])

/** "Mental health" may be named as the tag of an episode; it is never said of the listener. */
function isTagOfItem(reading: Reading, index: number): boolean {
  return reading.tokens[index]?.role === 'tag' && !reading.keys(reading.clauseOf({ first: index })).some((key) => listener.has(key))
}

/** "a single release" counts, and marries nobody. */
function isCounting(reading: Reading, index: number): boolean {
  const next = reading.tokens[index + 1]
  return reading.tokens[index]?.key === 'single' && next?.role === null && (units.has(next.key) || releaseNouns.has(next.key))
}

/** Small letters are words, also where a record is called so: "you have faith" names no “Faith”. Between quotation marks they may. */
function isWrittenAsName(reading: Reading, { first, last, names }: Reading['names'][number]): boolean {
  const [written, before] = [reading.tokens.slice(first, last + 1), reading.tokens[first - 1]]
  if (written.some(({ capital }) => capital) || (before !== undefined && openers.has(before.text))) return true
  return names.some(({ value }) => value === value.toLowerCase())
}

/** A title such as "You Will Die Alone" is a name where it is quoted or follows a word; at the head of a clause it reads as our own, and so does a boast anywhere. */
function checkAddress(reading: Reading): void {
  for (const name of reading.names) {
    const [before, first] = [reading.tokens[name.first - 1], reading.tokens[name.first]]
    const heads = before === undefined || (before.kind === 'mark' && !openers.has(before.text))
    const bare = before === undefined || !openers.has(before.text)
    const boast = bare ? findBoast(reading.textOf(name)) : null
    if (boast !== null) reading.refuse('sensitive', `${reading.textOf(name)} is a name that says “${boast}”: quote it`, name)
    if (heads && first !== undefined && name.last > name.first && listener.has(first.key))
      reading.refuse('sensitive', `${reading.textOf(name)} is a name that speaks to the listener: quote it`, name)
  }
}

/** No guesses about mood, health, relationships, faith, politics, age, money, sleep, sexuality, origin or what somebody is doing. `bare` is the sentence without its names. */
export function checkSensitive(reading: Reading, bare: string): void {
  const named = new Set(
    reading.names
      .filter((name) => isNamed(reading, name) && isWrittenAsName(reading, name))
      .flatMap(({ first, last }) => reading.tokens.slice(first, last + 1)),
  )
  for (const [index, token] of reading.tokens.entries()) {
    const ground = token.kind === 'word' && !named.has(token) && token.role !== 'quotation' ? groundOf.get(token.key) : undefined
    if (ground !== undefined && !isTagOfItem(reading, index) && !isCounting(reading, index))
      reading.refuse('sensitive', `“${token.text}” touches a person's life (${ground})`, { first: index, last: index })
  }
  const spoken = reading.quotations.reduce((text, quotation) => {
    const [start, end] = [reading.tokens[quotation.first]?.start ?? 0, reading.tokens[quotation.last]?.end ?? 0]
    return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end)
  }, bare)
  const lower = spoken
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’ʼ]/gu, '')
    .toLowerCase()
    .replaceAll(/[-\s]+/gu, ' ')
  for (const { ground, phrases } of grounds) {
    const found = phrases?.exec(lower)?.[0]
    if (found !== undefined)
      reading.refusals.push({ code: 'sensitive', reason: `“${found}” guesses about the listener (${ground})`, start: 0, end: reading.text.length })
  }
  checkAddress(reading)
}
