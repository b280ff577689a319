import { asking } from './en/hearing-words.js'
import type { IndexedFact } from './fact-index.js'
import { within, type NameMention } from './mentions.js'
import type { Reading } from './reading.js'
import { stem } from './stem.js'
import type { Token } from './token.js'

const presentOf: ReadonlyMap<string, string> = new Map(Object.entries({ was: 'is', were: 'are', had: 'have', did: 'do', is: 'was', are: 'were', will: 'is' }))

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

/** A description says "we" of the show. */
function isOurs(fact: IndexedFact, token: Token): boolean {
  const at = fact.passageStems.indexOf(stem(token.key))
  return fact.fact.property === 'description' && at > 0 && fact.passageStems.slice(Math.max(0, at - 2), at).some((word) => /^we(?:re|ve)?$/u.test(word))
}

/** "Brent founded it" of "Brent sits down with Daniel Foré, founder of elementary OS": a name does what stands right behind it. */
function checkDoing(reading: Reading, token: Token, index: number, fact: IndexedFact): void {
  const doer = reading.tokens[index - 1]
  const said = fact.passageStems[fact.passageStems.indexOf(stem(token.key)) - 1]
  if (doer !== undefined && ['you', 'i'].includes(doer.key) && doer.role !== 'name' && said !== doer.key)
    reading.refuse('relation', `${fact.fact.id} does not say that you “${token.text}”`, { first: index, last: index })
  const clause = reading.clauseOf({ first: index })
  const name = reading.names.findLast(
    (candidate) => candidate.last < index && candidate.first >= clause.first && reading.tokens[candidate.last]?.possessive !== true,
  )
  const last = stem(name?.names[0]?.keys.at(-1) ?? '')
  if (name === undefined) return
  const passive = name.last === index - 2 && /^(?:is|was|are|were)$/u.test(reading.tokens[index - 1]?.key ?? '')
  const adjacent = (name.last === index - 1 || (passive && name.names.every((form) => form.role === 'chapter'))) && token.role !== 'name'
  // "We recap the exodus": the show does.
  const ours = name.names.some((form) => form.role === 'show') && isOurs(fact, token)
  if (ours) return
  const near = fact.passageStems.some((own, at) => own === last && fact.passageStems.slice(at + 1, at + 4).includes(stem(token.key)))
  if ((adjacent && !near) || skipsOver(reading, name, token, fact))
    reading.refuse('relation', `${fact.fact.id} says “${token.text}” of something else`, { first: index, last: index })
}

/** "Alexes" of a passage that names an Alex. */
function isManifold({ text: written, capital, possessive }: Token, { fact }: IndexedFact): boolean {
  const text = possessive ? written.slice(0, -2) : written
  const words = String(fact.values['quote'] ?? fact.values['title'] ?? '').split(/[^\p{L}\p{N}]+/u)
  return capital && text.endsWith('s') && !words.includes(text) && (words.includes(text.slice(0, -1)) || words.includes(text.slice(0, -2)))
}

/** "Where are we now" asks not where we were. */
function checkTense(reading: Reading, own: readonly { readonly index: number }[], fact: IndexedFact): void {
  const clauses = own.map(({ index }) => reading.clauseOf({ first: index }))
  for (const [index, token] of reading.tokens.entries()) {
    const now = token.role === 'name' || token.role === 'quotation' ? undefined : presentOf.get(token.key)
    const said = fact.passageStems.includes(stem(token.key)) || now === undefined || !fact.passageStems.includes(stem(now))
    if (!said && clauses.some((clause) => within({ first: index, last: index }, clause)))
      reading.refuse('relation', `${fact.fact.id} says “${now}”, not “${token.text}”`, { first: index, last: index })
  }
}

/** What is a question in a description stays one. */
function isAsking(reading: Reading): boolean {
  return reading.text.trimEnd().endsWith('?') || reading.tokens.some((token) => token.role !== 'name' && token.role !== 'quotation' && asking.has(token.key))
}

/** Words of a description or chapter title, used outside quotation marks, keep its order and its "not". */
export function checkPassage(reading: Reading, used: readonly { token: Token; index: number; fact: IndexedFact }[]): void {
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
    checkTense(reading, own, fact)
    for (const { token, index } of own)
      if (isManifold(token, fact)) reading.refuse('name', `${fact.fact.id} names one ${token.text}`, { first: index, last: index })
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
