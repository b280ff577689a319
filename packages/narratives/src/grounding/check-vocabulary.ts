import { claimWords, listeningProperties } from './en/claim-words.js'
import { asking } from './en/hearing-words.js'
import { functionWords } from './en/function-words.js'
import { opinionWords } from './en/opinion-words.js'
import { factsAbout } from './fact-subject.js'
import type { IndexedFact } from './fact-index.js'
import type { NameMention } from './mentions.js'
import type { Reading } from './reading.js'
import { stem } from './stem.js'
import { tokenKey, type Token } from './token.js'

/** A track or episode up to this long may be called short. */
const shortMs = 180_000

const ways = new Set('walk step hop way distance trip'.split(' '))

/** "a short walk to" measures no track. */
function isShortWay(reading: Reading): boolean {
  return reading.tokens.some((token, index) => token.key === 'short' && ways.has(reading.tokens[index + 1]?.key ?? ''))
}

function licensed(reading: Reading, key: string): IndexedFact[] {
  const properties = claimWords.get(key)
  // A title that says "Remix" makes the track one.
  const says = ({ fact }: IndexedFact): boolean =>
    /^(?:remix(?:es|ed)?|version|rework)$/u.test(key) &&
    fact.property === 'item' &&
    tokenKey(String(fact.values['title'])).includes(key.startsWith('remix') ? 'remix' : key)
  if (key === 'short' && !isShortWay(reading))
    return reading.facts.filter(({ fact }) => fact.property.endsWith('-length') && Number(fact.values['durationMs']) < shortMs)
  return properties === undefined ? [] : reading.facts.filter((fact) => properties.has(fact.fact.property) || says(fact))
}

/** A word of a statement connects only the names of that statement. */
function checkNamesOf(reading: Reading, index: number, facts: readonly IndexedFact[]): void {
  const clause = reading.clauseOf({ first: index })
  const item = reading.item?.fact.id
  for (const name of reading.names) {
    if (name.first < clause.first || name.last > clause.last) continue
    const known = name.names.some(
      (form) => form.factId === item || facts.some((fact) => fact.names.some((own) => own.value === form.value || own.form === form.form)),
    )
    if (!known) reading.refuse('relation', `no cited fact connects ${reading.textOf(name)} with “${reading.tokens[index]?.text ?? ''}”`, name)
  }
}

/** Names joined by a word of a statement stand in the statement's order: "ArchiveBox founded Nick Sweeting" is not "Nick Sweeting founded ArchiveBox". */
function checkOrder(reading: Reading, index: number, fact: IndexedFact): void {
  const clause = reading.clauseOf({ first: index })
  const names = reading.names.filter(
    (name) => name.first >= clause.first && name.last <= clause.last && name.names.some((form) => form.factId === fact.fact.id),
  )
  const [left, right] = [names.findLast((name) => name.last < index), names.find((name) => name.first > index)]
  if (left === undefined || right === undefined || /(?:er|or)s?$/u.test(reading.tokens[index]?.key ?? '') || reading.tokens[index + 1]?.key === 'by') return
  const place = (name: (typeof names)[number]): number => fact.fact.statement.indexOf(name.names.find((form) => form.factId === fact.fact.id)?.form ?? '')
  if (place(left) > place(right) && place(right) >= 0)
    reading.refuse('relation', `the fact says: ${fact.fact.statement}`, { first: left.first, last: right.last })
}

/** "Jeff Geerling is the special guest" of "Special guest Jeff Geerling tells us": the words before the name, said after it. */
function isTitled(reading: Reading, own: readonly { token: Token; index: number }[], fact: IndexedFact): boolean {
  const [name, ...words] = own
  if (name === undefined || name.token.role !== 'name' || words.length === 0) return false
  const at = fact.passageStems.indexOf(stem(name.token.key))
  const mention = reading.names.find((candidate) => candidate.first === name.index)
  const between = reading.tokens.slice((mention?.last ?? 0) + 1, words[0]?.index).map((token) => token.key)
  return (
    at >= words.length &&
    between.length > 0 &&
    between.every((key) => ['is', 'was', 'the', 'a'].includes(key)) &&
    words.every(({ token }, index) => fact.passageStems[at - words.length + index] === stem(token.key)) &&
    !fact.passageDenies[at]
  )
}

/** Between the name and the word, the passage names somebody whom the sentence leaves out: the word is theirs. */
function skipsOver(reading: Reading, name: NameMention, token: Token, fact: IndexedFact): boolean {
  const from = fact.passageStems.indexOf(stem(name.names[0]?.keys.at(-1) ?? ''))
  const to = fact.passageStems.indexOf(stem(token.key), from + 1)
  if (from < 0 || to < 0) return false
  const tags = new Set(reading.facts.flatMap((other) => other.tags))
  return fact.names.some((other) => {
    const keys = other.keys.map(stem)
    const at = fact.passageStems.indexOf(keys.at(-1) ?? '', from + 1)
    const person = other.role === 'other' || other.role === 'person'
    const said = reading.names.some((mention) => mention.names.some((form) => form.value === other.value))
    return person && !said && at > from && at < to && !tags.has(other.keys.join(' '))
  })
}

/** "Brent founded it" of "Brent sits down with Daniel Foré, founder of elementary OS": a name does what stands right behind it. */
function checkDoing(reading: Reading, token: Token, index: number, fact: IndexedFact): void {
  const clause = reading.clauseOf({ first: index })
  const name = reading.names.findLast(
    (candidate) => candidate.last < index && candidate.first >= clause.first && reading.tokens[candidate.last]?.possessive !== true,
  )
  const last = stem(name?.names[0]?.keys.at(-1) ?? '')
  if (name === undefined) return
  const adjacent = name.last === index - 1 && token.role !== 'name'
  const near = fact.passageStems.some((own, at) => own === last && fact.passageStems.slice(at + 1, at + 4).includes(stem(token.key)))
  if ((adjacent && !near) || skipsOver(reading, name, token, fact))
    reading.refuse('relation', `${fact.fact.id} says “${token.text}” of something else`, { first: index, last: index })
}

/** What is a question in a description stays one. */
function isAsking(reading: Reading): boolean {
  return reading.text.trimEnd().endsWith('?') || reading.tokens.some((token) => token.role !== 'name' && token.role !== 'quotation' && asking.has(token.key))
}

/** Words of a description or chapter title, used outside quotation marks, keep its order and its "not". */
function checkPassage(reading: Reading, used: readonly { token: Token; index: number; fact: IndexedFact }[]): void {
  for (const fact of new Set(used.map((entry) => entry.fact))) {
    let from = 0
    let denies = false
    let asks = false
    const named = reading.names
      .filter((name) => name.names.every((form) => form.factId === fact.fact.id))
      .flatMap((name) => reading.tokens[name.first] ?? [])
      .map((token) => ({ token, index: reading.tokens.indexOf(token), fact }))
    const own = [...used, ...named].toSorted((left, right) => left.index - right.index).filter((entry) => entry.fact === fact)
    if (isTitled(reading, own, fact)) continue
    for (const { token, index } of own) {
      const at = fact.passageStems.indexOf(stem(token.key), from)
      if (at < 0) reading.refuse('relation', `“${token.text}” stands elsewhere in ${fact.fact.id}: keep its order or quote it`, { first: index, last: index })
      else {
        from = at + 1
        denies ||= fact.passageDenies[at] ?? false
        asks ||= fact.passageAsks[at] ?? false
      }
    }
    const first = own[0]
    if (asks && first !== undefined && !isAsking(reading))
      reading.refuse('spoiler', `${fact.fact.id} asks it: leave it a question`, { first: first.index, last: first.index })
    for (const { token, index } of own) checkDoing(reading, token, index, fact)
    if (denies && first !== undefined) reading.refuse('negation', `${fact.fact.id} says “not”: quote it`, { first: first.index, last: first.index })
  }
}

/** "more than an hour": the number says the rest. */
function isComparing(reading: Reading, index: number): boolean {
  const measured = [...reading.durations, ...reading.numbers].some((number) => number.first === index + 2)
  return (
    (measured && ['more', 'fewer', 'less', 'longer', 'shorter'].includes(reading.tokens[index]?.key ?? '')) ||
    (reading.tokens[index]?.key === 'short' && isShortWay(reading))
  )
}

const pronouns: readonly ReadonlySet<string>[] = [new Set('he his him himself'.split(' ')), new Set('she her hers herself'.split(' '))]

/** "he" only where a cited fact says "he": nobody's gender is guessed from a name. */
export function isKnownPronoun(reading: Reading, key: string): boolean {
  const family = pronouns.find((words) => words.has(key))
  return (
    family !== undefined &&
    [...reading.facts, ...reading.previous].some((fact) => [...fact.passageStems, ...fact.statementKeys].some((word) => family.has(word)))
  )
}

/** Every word left is a function word, an opinion of ours, or licensed by a cited fact. This is what keeps out a lower-case invented name. */
export function checkVocabulary(reading: Reading): void {
  const passages: { token: Token; index: number; fact: IndexedFact }[] = []
  for (const [index, token] of reading.tokens.entries()) {
    if (token.role !== null) continue
    const mention = { first: index, last: index }
    const licences = licensed(reading, token.key)
    const facts = licences.filter((fact) => fact.fact.property === 'item' || factsAbout(reading, reading.clauseOf(mention), [fact]).length > 0)
    if (licences.length > 0 && facts.length === 0) reading.refuse('relation', `the cited facts say “${token.text}” of something else`, mention)
    else if (facts.length > 0) {
      token.role = 'claim'
      token.factIds = facts.map((fact) => fact.fact.id)
    } else if (isComparing(reading, index) || functionWords.has(token.key) || isKnownPronoun(reading, token.key)) token.role = 'function'
    else if (opinionWords.has(token.key)) token.role = 'opinion'
    else {
      const root = stem(token.key)
      const stated = token.kind === 'word' ? reading.facts.filter((fact) => fact.statementStems.has(root)) : []
      const passage = token.kind === 'word' ? reading.facts.find((fact) => fact.fact.property !== 'transcript' && fact.passageStems.includes(root)) : undefined
      if (stated.length > 0) {
        token.role = 'fact'
        token.factIds = stated.map((fact) => fact.fact.id)
        reading.support(mention, token.factIds)
        if (!stated.every((fact) => listeningProperties.has(fact.fact.property))) checkNamesOf(reading, index, stated)
        const [only] = stated
        if (only !== undefined && stated.length === 1) checkOrder(reading, index, only)
      } else if (passage !== undefined) {
        token.role = 'fact'
        token.factIds = [passage.fact.id]
        reading.support(mention, token.factIds)
        passages.push({ token, index, fact: passage })
      } else {
        const known = claimWords.has(token.key)
        reading.refuse(
          'vocabulary',
          known ? `no cited fact is about “${token.text}”` : `“${token.text}” is neither in the cited facts nor among our words`,
          mention,
        )
      }
    }
  }
  checkPassage(reading, passages)
}
