import { listeningProperties } from './en/claim-words.js'
import { denying, firstHearing, hearing, hearingFillers, objectFillers, reaching, relativeWords } from './en/hearing-words.js'
import type { IndexedFact } from './fact-index.js'
import { within, type NameMention, type NameRole } from './mentions.js'
import type { Reading } from './reading.js'

const kinds = new Set('artist label release show'.split(' '))

/** What a sentence says that the listener did with a name: the first play, the last one, or plays at all. */
interface Act {
  readonly kind: 'first' | 'last' | 'plays'
  readonly object: NameMention
  readonly verb: number
}

const heard: ReadonlySet<NameRole> = new Set<NameRole>(['artist', 'anchor', 'target', 'release', 'label', 'show', 'title', 'original', 'chapter'])

function keyAt(reading: Reading, index: number): string {
  const token = reading.tokens[index]
  return token === undefined || token.role === 'name' || token.role === 'quotation' ? '' : token.key
}

function isHeard(name: NameMention): boolean {
  return name.names.some((form) => heard.has(form.role))
}

/** The "you" that governs a verb, with only auxiliaries and adverbs between: its index, or -1. */
function subjectOf(reading: Reading, verb: number): number {
  let index = verb - 1
  while (index >= 0 && hearingFillers.has(keyAt(reading, index))) index -= 1
  return ['you', 'youve', 'youd'].includes(keyAt(reading, index)) ? index : -1
}

/** "played tracks of NAME": the name behind the verb, with only nouns of what is played between. */
function objectAfter(reading: Reading, verb: number): NameMention | undefined {
  let index = verb + 1
  while (index < reading.tokens.length && (objectFillers.has(keyAt(reading, index)) || reading.tokens[index]?.role === 'mark') && index < verb + 6) {
    if (reading.tokens[index]?.role === 'mark' && !/^["“‘]$/u.test(reading.tokens[index]?.text ?? '')) return undefined
    index += 1
  }
  return reading.names.find((name) => name.first === index)
}

/** "NAME, which you played", "NAME, whom you first met": the name before a relative clause. */
function objectBefore(reading: Reading, you: number): NameMention | undefined {
  let index = you - 1
  const relative = relativeWords.has(keyAt(reading, index)) || (keyAt(reading, index) === 'tracks' && keyAt(reading, index - 1) === 'whose')
  if (!relative) return undefined
  index -= keyAt(reading, index) === 'tracks' ? 2 : 1
  if (reading.tokens[index]?.text === ',') index -= 1
  while (/^["”’]$/u.test(reading.tokens[index]?.text ?? '')) index -= 1
  return reading.names.find((name) => name.last === index)
}

/** "NAME was first played", "NAME came to you", "NAME was new to you": the name is what was heard. */
function turnedActs(reading: Reading): Act[] {
  return reading.names.flatMap((object): Act[] => {
    let index = object.last + 1
    while (hearingFillers.has(keyAt(reading, index)) || ['was', 'were', 'been'].includes(keyAt(reading, index))) index += 1
    const between = reading.tokens.slice(object.last + 1, index).map((token) => token.key)
    const toYou = keyAt(reading, index + 1) === 'you' || (keyAt(reading, index + 1) === 'to' && keyAt(reading, index + 2) === 'you')
    if (reaching.has(keyAt(reading, index)) && toYou) return [{ kind: 'first', object, verb: index }]
    const passive = between.some((key) => ['was', 'were', 'been'].includes(key))
    if (!passive || !hearing.has(keyAt(reading, index)) || keyAt(reading, index + 1) === 'by') return []
    return [{ kind: between.includes('first') ? 'first' : between.includes('last') ? 'last' : 'plays', object, verb: index }]
  })
}

/** "Your first Bitbasic play", "your last play of Bitbasic". */
function nounActs(reading: Reading): Act[] {
  return [...reading.tokens.keys()].flatMap((index): Act[] => {
    const kind = keyAt(reading, index)
    if (kind !== 'first' && kind !== 'last') return []
    const named = reading.names.find((name) => name.first === index + 1 && ['play', 'listen'].includes(keyAt(reading, name.last + 1)))
    const of = ['play', 'listen'].includes(keyAt(reading, index + 1)) && ['of', 'to'].includes(keyAt(reading, index + 2))
    const object = named ?? (of ? reading.names.find((name) => name.first === index + 3) : undefined)
    return object === undefined ? [] : [{ kind, object, verb: index }]
  })
}

function findActs(reading: Reading): Act[] {
  const acts = [...turnedActs(reading), ...nounActs(reading)]
  for (const verb of reading.tokens.keys()) {
    if (!hearing.has(keyAt(reading, verb))) continue
    const you = subjectOf(reading, verb)
    if (you < 0) continue
    const object = objectAfter(reading, verb) ?? objectBefore(reading, you)
    if (object === undefined || !isHeard(object)) continue
    const between = reading.tokens.slice(you, verb).map((token) => token.key)
    const since = reading.keys(reading.clauseOf({ first: verb })).includes('since')
    const kind =
      firstHearing.has(keyAt(reading, verb)) || between.includes('first')
        ? 'first'
        : between.includes('last') || (since && between.some((key) => denying.has(key)))
          ? 'last'
          : 'plays'
    acts.push({ kind, object, verb })
  }
  return acts
}

/** The name is a value of the fact, not only a word of its statement. */
function holds(fact: IndexedFact, name: NameMention): boolean {
  return fact.names.some((own) => name.names.some((form) => form.value === own.value))
}

const properties = { first: 'artist-first-play', last: 'artist-last-play' } as const

/** "whose artist you have played 53 times", "a label you met in 2016": the noun says what kind of thing was played. */
function checkKinds(reading: Reading): void {
  for (const index of reading.tokens.keys()) {
    const key = keyAt(reading, index) === 'record' ? 'release' : keyAt(reading, index)
    const article = ['whose', 'a', 'an', 'the', 'this', 'that'].includes(keyAt(reading, index - 1))
    if (!kinds.has(key) || !article || !['you', 'youve'].includes(keyAt(reading, index + 1))) continue
    const clause = reading.clauseOf({ first: index })
    for (const support of reading.supports.filter((entry) => within(entry, clause) && entry.first > index)) {
      const measured = [...reading.numbers, ...reading.dates].some((mention) => mention.first === support.first && mention.last === support.last)
      const resting = reading.facts.filter(({ fact }) => support.factIds.includes(fact.id))
      if (measured && resting.length > 0 && resting.every(({ fact }) => listeningProperties.has(fact.property) && fact.values[key] === undefined))
        reading.refuse('listening', `${reading.textOf(support)} is not said of the ${key} in the cited facts`, support)
    }
  }
}

/** What was played, first met or last heard is what the facts name as such: a record is not its artist, and a label is neither. */
export function checkObjects(reading: Reading): void {
  checkKinds(reading)
  for (const { kind, object, verb } of findActs(reading)) {
    const own = reading.facts.filter((fact) => listeningProperties.has(fact.fact.property) && holds(fact, object))
    const facts = kind === 'plays' ? own : own.filter((fact) => fact.fact.property === properties[kind])
    if (facts.length === 0) {
      const said = kind === 'plays' ? 'play' : `${kind} play`
      reading.refuse('listening', `no cited fact is about your ${said} of ${reading.textOf(object)}`, object)
      continue
    }
    const clause = reading.clauseOf({ first: verb })
    for (const support of reading.supports.filter((entry) => within(entry, clause) && entry.first > object.last)) {
      const measured = [...reading.numbers, ...reading.dates].some((mention) => mention.first === support.first && mention.last === support.last)
      const resting = reading.facts.filter((fact) => support.factIds.includes(fact.fact.id))
      if (measured && resting.length > 0 && resting.every((fact) => listeningProperties.has(fact.fact.property) && !holds(fact, object)))
        reading.refuse('listening', `${reading.textOf(support)} is not said of ${reading.textOf(object)} in the cited facts`, support)
    }
  }
}
