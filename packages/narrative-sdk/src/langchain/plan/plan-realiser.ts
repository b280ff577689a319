import type { NarrativeFact } from '../../fact.js'
import type { NarrativeRequest } from '../../request.js'
import { clauseOf } from './clauses-1.js'

export interface RealisedSentence {
  readonly text: string
  readonly factIds: readonly string[]
}

/** More facts in a sentence are a list. */
const mostFacts = 3

const countWords = (text: string): number => text.split(/\s+/u).filter((word) => word !== '').length
const endOf = (text: string): string => (/[.!?…]["”]?$/u.test(text) ? '' : '.')

/**
 * Words the plan of a model: the statements of the facts, shortened where one goes on from the other, one after the other where it does not. Tells no fact twice, and stops where
 * the words run out.
 */
export class PlanRealiser {
  /** A part of the cache key, with the version of the prompt. */
  static readonly version = 'clauses-1'
  readonly #facts: ReadonlyMap<string, NarrativeFact>
  readonly #told = new Set<string>()
  readonly #title: string
  #wordsLeft: number
  #namedBefore = false

  constructor(request: NarrativeRequest) {
    this.#facts = new Map([...request.facts, ...request.passages].map((fact) => [fact.id, fact]))
    this.#title = `“${request.item.title}”`
    this.#wordsLeft = request.maxWords
  }

  /** null: nothing of it is left to tell, or has room. */
  sentenceOf(factIds: readonly string[]): RealisedSentence | null {
    const facts = factIds.flatMap((id) => (this.#told.has(id) ? [] : (this.#facts.get(id) ?? []))).slice(0, mostFacts)
    for (let count = facts.length; count > 0; count -= 1) {
      const told = facts.slice(0, count)
      const text = this.#word(told)
      const words = countWords(text)
      if (words > this.#wordsLeft) continue
      this.#wordsLeft -= words
      this.#namedBefore = text.includes(this.#title)
      for (const fact of told) this.#told.add(fact.id)
      return { text, factIds: told.map((fact) => fact.id) }
    }
    return null
  }

  #word(facts: readonly NarrativeFact[]): string {
    let text = ''
    for (const [index, fact] of facts.entries()) {
      const clause = clauseOf(fact)
      const before = facts[index - 1]?.property
      const goesOn = Object.entries(clause.after).find(([property]) => property === before)?.[1]
      if (goesOn === undefined)
        text += text === '' ? this.#opened(clause.alone, this.#namedBefore) : `${endOf(text)} ${this.#opened(clause.alone, text.includes(this.#title))}`
      else text += goesOn
    }
    // A fact may hold half a character.
    return (text + endOf(text)).toWellFormed()
  }

  /** What was named just before is "it". */
  #opened(text: string, isNamed: boolean): string {
    return isNamed && /^ (?:is|was) /u.test(text.slice(this.#title.length)) && text.startsWith(this.#title) ? `It${text.slice(this.#title.length)}` : text
  }
}
