import type { NarrativeFact } from '@linernotes/narrative-sdk'
import { cleanLine } from './short-prompt.js'

/** A fact as a part of a sentence: `subject` and `rest` together are its statement, without the full stop. */
export interface Clause {
  readonly factId: string
  readonly subject: string
  readonly rest: string
  /** The subject is a name: written as it is wherever it stands. */
  readonly isNamed: boolean
  /** What the statement has in quotation marks. */
  readonly titles: readonly string[]
}

/** A longer passage is not read out. */
const quoteCharacters = 300

export function toClause(fact: NarrativeFact): Clause {
  const names = namesOf(fact)
  const quote = quoteOf(fact)
  if (quote !== null) return { factId: fact.id, ...quote, isNamed: true, titles: [] }
  const statement = cleanLine(fact.statement)
  const text = names.some((name) => statement.endsWith(name)) ? statement : statement.replace(/\.$/, '')
  const quoted = names.map((name) => `"${name}"`).filter((title) => text.includes(title))
  const name = [...quoted, ...names].find((each) => text.startsWith(each))
  const subject = name ?? /^\S+/.exec(text)?.[0] ?? ''
  return { factId: fact.id, subject, rest: text.slice(subject.length), isNamed: name !== undefined || !/^\p{Lu}\p{Ll}*$/u.test(subject), titles: quoted }
}

/** Longest first, so that a name inside another one is not taken for it. */
function namesOf(fact: NarrativeFact): readonly string[] {
  const values = Object.values(fact.values).flatMap((value) => (typeof value === 'string' ? [value] : Array.isArray(value) ? value : []))
  return values
    .map(cleanLine)
    .filter((name) => name !== '')
    .toSorted((a, b) => b.length - a.length)
}

function quoteOf({ property, values: { quote, speaker } }: NarrativeFact): { subject: string; rest: string } | null {
  if (property !== 'transcript' || typeof quote !== 'string' || quote.length > quoteCharacters) return null
  return { subject: typeof speaker === 'string' ? `${cleanLine(speaker)}: ` : '', rest: `"${cleanLine(quote)}"` }
}
