import type { NarrativeFact } from '@linernotes/narrative-sdk'
import { negations } from './en/other-words.js'
import { factDates, type FactDate } from './fact-dates.js'
import { factNames } from './fact-names.js'
import { factQuantities, factTimes, type FactQuantity } from './fact-quantities.js'
import type { FactName } from './mentions.js'
import { normaliseQuote } from './normalise-quote.js'
import { stem } from './stem.js'
import { isWord, tokenize, tokenKey } from './token.js'

/** A fact, read once for all sentences of a request. */
export interface IndexedFact {
  readonly fact: NarrativeFact
  readonly names: readonly FactName[]
  readonly dates: readonly FactDate[]
  readonly quantities: readonly FactQuantity[]
  readonly times: readonly { readonly milliseconds: number; readonly point: boolean }[]
  /** Keys of tags, topics and genres. */
  readonly tags: readonly string[]
  /** What may be quoted from it. */
  readonly quotes: readonly string[]
  /** Stems of the words that the platform wrote in the statement, names and values left out. */
  readonly statementStems: ReadonlySet<string>
  readonly statementKeys: ReadonlySet<string>
  /** Stems of a literal passage, in order. */
  readonly passageStems: readonly string[]
  /** For each of them, whether its clause denies something. */
  readonly passageDenies: readonly boolean[]
  /** For each of them, whether its clause asks something. */
  readonly passageAsks: readonly boolean[]
}

const tagKeys = ['tag', 'tags', 'topic', 'genre', 'anchor']

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : []
}

export function tagKey(tag: string): string {
  return tokenize(tag)
    .filter(isWord)
    .map((token) => token.key)
    .join(' ')
}

function statementWords(fact: NarrativeFact, names: readonly FactName[]): string[] {
  const quote = typeof fact.values['quote'] === 'string'
  if (quote || fact.property === 'chapter' || fact.property === 'soundbite') return []
  let statement = fact.statement
  const values = [...Object.values(fact.values).flatMap(stringsOf), fact.subject].toSorted((left, right) => right.length - left.length)
  for (const value of values) if (value !== '' && fact.property !== 'artist-relation') statement = statement.replaceAll(value, ' ')
  const capitals = new Set(names.filter((name) => name.role === 'other').flatMap((name) => name.keys))
  return tokenize(statement)
    .filter((token) => token.kind === 'word')
    .map((token) => token.key)
    .filter((key) => !capitals.has(key))
}

function readPassage(passage: string): { passageStems: string[]; passageDenies: boolean[]; passageAsks: boolean[] } {
  const pieces = passage.split(/(?<=[,.;:!?—–])\s|(?<=[—–])/u)
  const clauses = pieces.map((clause) => tokenize(clause).filter((token) => token.kind === 'word'))
  return {
    passageStems: clauses.flat().map((token) => stem(tokenKey(token.text.replace(/['’]s$/u, '')))),
    passageDenies: clauses.flatMap((clause) => clause.map(() => clause.some((token) => negations.has(token.key)))),
    passageAsks: clauses.flatMap((clause, index) => {
      const whether = clause.findIndex(({ key }) => key === 'whether')
      return clause.map((_, at) => /\?\W*$/u.test(pieces[index] ?? '') || (whether >= 0 && at > whether))
    }),
  }
}

/** Facts of one request. What one fact calls only its subject has the role that another fact gives it: a title is no person. */
export function indexFacts(facts: readonly NarrativeFact[]): IndexedFact[] {
  const indexed = facts.map(recallFact)
  const known = new Map<string, FactName['role']>()
  for (const name of indexed.flatMap((fact) => fact.names)) if (name.role !== 'other' && !known.has(name.value)) known.set(name.value, name.role)
  return indexed.map((fact) => ({
    ...fact,
    names: fact.names.map((name) => (name.role === 'other' ? { ...name, role: known.get(name.value) ?? name.role } : name)),
  }))
}

/** Facts do not change, and the same ones are read for every attempt at a text. */
const indexedFacts = new WeakMap<NarrativeFact, IndexedFact>()

function recallFact(fact: NarrativeFact): IndexedFact {
  const known = indexedFacts.get(fact)
  if (known !== undefined) return known
  const indexed = indexFact(fact)
  indexedFacts.set(fact, indexed)
  return indexed
}

/** Reads a fact into everything that a sentence may rest on. */
function indexFact(fact: NarrativeFact): IndexedFact {
  const names = factNames(fact)
  const words = statementWords(fact, names)
  const quote = fact.values['quote']
  const title = fact.property === 'chapter' || fact.property === 'soundbite' ? fact.values['title'] : null
  const passage = typeof quote === 'string' ? quote : typeof title === 'string' ? title : ''
  return {
    fact,
    names,
    dates: factDates(fact),
    quantities: factQuantities(fact),
    times: factTimes(fact),
    tags: tagKeys.flatMap((key) => stringsOf(fact.values[key]).map(tagKey)).filter((tag) => tag !== ''),
    quotes: passage === '' ? [] : [normaliseQuote(passage)],
    statementStems: new Set(words.map(stem)),
    statementKeys: new Set(words),
    ...readPassage(passage),
  }
}
