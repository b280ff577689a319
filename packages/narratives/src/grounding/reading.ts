import { findClauses } from './find-clauses.js'
import { findDates } from './find-dates.js'
import { findNames, nameTable } from './find-names.js'
import { findNumbers } from './find-numbers.js'
import { findQuotations } from './find-quotations.js'
import { findTags, tagTable } from './find-tags.js'
import type { IndexedFact } from './fact-index.js'
import {
  spanOf,
  within,
  type Clause,
  type DateMention,
  type DurationMention,
  type NameMention,
  type NumberMention,
  type QuotationMention,
  type TagMention,
} from './mentions.js'
import { tokenize, type Token } from './token.js'
import type { Refusal, RefusalCode } from './verdict.js'

/** A run of tokens that rests on facts. */
export interface Support {
  readonly first: number
  readonly last: number
  readonly factIds: readonly string[]
}

/** A sentence taken apart, against the facts that it cites. */
export class Reading {
  readonly tokens: Token[]
  readonly names: readonly NameMention[]
  readonly quotations: readonly QuotationMention[]
  readonly unclosed: Token | null
  readonly dates: readonly DateMention[]
  readonly numbers: readonly NumberMention[]
  readonly durations: readonly DurationMention[]
  readonly tags: readonly TagMention[]
  readonly clauses: readonly Clause[]
  readonly supports: Support[] = []
  readonly refusals: Refusal[] = []

  /**
   * @param facts those cited, with the item itself
   * @param previous facts of the sentence before, which "it" may mean
   * @param others facts of the request that are not cited: only for better reasons
   */
  constructor(
    readonly text: string,
    readonly facts: readonly IndexedFact[],
    readonly previous: readonly IndexedFact[],
    readonly others: readonly IndexedFact[],
  ) {
    this.tokens = tokenize(text)
    const names = findNames(text, this.tokens, nameTable(facts), new Set(facts.flatMap((fact) => fact.tags)))
    const { mentions, unclosed } = findQuotations(text, this.tokens)
    this.unclosed = unclosed
    this.quotations = mentions
    this.names = names.filter(
      (name) => !mentions.some((quotation) => within(name, quotation) && !(name.first === quotation.first + 1 && name.last >= quotation.last - 2)),
    )
    for (const { first, last } of mentions)
      for (const token of this.tokens.slice(first, last + 1))
        if (token.role !== 'name' || !this.names.some((name) => within({ first: this.tokens.indexOf(token), last: this.tokens.indexOf(token) }, name)))
          token.role = 'quotation'
    this.tags = findTags(this.tokens, tagTable([...facts, ...others].flatMap((fact) => fact.tags)))
    this.dates = findDates(this.tokens)
    const { numbers, durations } = findNumbers(this.tokens)
    this.numbers = numbers
    this.durations = durations
    this.clauses = findClauses(this.tokens)
  }

  get item(): IndexedFact | null {
    return this.facts.find((fact) => fact.fact.property === 'item') ?? null
  }

  clauseOf(mention: { readonly first: number }): Clause {
    return this.clauses.find((clause) => mention.first >= clause.first && mention.first <= clause.last) ?? { first: 0, last: this.tokens.length - 1 }
  }

  /** Words of a clause that are neither names nor quotations. */
  keys(clause: Clause): string[] {
    return this.tokens
      .slice(clause.first, clause.last + 1)
      .flatMap((token) => (token.kind === 'word' && token.role !== 'name' && token.role !== 'quotation' ? [token.key] : []))
  }

  support(mention: { readonly first: number; readonly last: number }, factIds: readonly string[]): void {
    this.supports.push({ first: mention.first, last: mention.last, factIds })
  }

  refuse(code: RefusalCode, reason: string, mention: { readonly first: number; readonly last: number }): void {
    this.refusals.push({ code, reason, ...spanOf(this.tokens, mention) })
  }

  textOf(mention: { readonly first: number; readonly last: number }): string {
    const { start, end } = spanOf(this.tokens, mention)
    return this.text.slice(start, end)
  }
}
