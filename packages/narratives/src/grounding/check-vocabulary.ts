import { claimWords, listeningProperties } from './en/claim-words.js'
import { functionWords } from './en/function-words.js'
import { opinionWords } from './en/opinion-words.js'
import { factsAbout } from './fact-subject.js'
import type { IndexedFact } from './fact-index.js'
import { checkPassage } from './check-passage.js'
import { speechAbout } from './speech-about.js'
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
    /^(?:remix(?:es|ed)?|version|rework|mix)$/u.test(key) &&
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
      const spoken = token.kind === 'word' ? speechAbout(reading, index, root) : undefined
      const passage =
        token.kind === 'word' ? (reading.facts.find((fact) => fact.fact.property !== 'transcript' && fact.passageStems.includes(root)) ?? spoken) : undefined
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
