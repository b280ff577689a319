import type { Token } from './token.js'

export type Unit = 'play' | 'track' | 'episode' | 'person' | 'artist' | 'release' | 'year' | 'month'
export type Comparator = 'exactly' | 'more' | 'fewer' | 'about'

/** A number in a sentence with the noun it counts. `first` and `last` index tokens. */
export interface NumberMention {
  readonly first: number
  readonly last: number
  readonly value: number
  readonly ordinal: boolean
  /** 1.2k stands for anything that rounds to it. */
  readonly precision: number
  readonly unit: Unit | null
  readonly comparator: Comparator
  /** 'nine of ten': the other half. */
  readonly of: number | null
  readonly difference: 'apart' | 'later' | 'earlier' | null
}

/** A length or a point in time, in milliseconds. */
export interface DurationMention {
  readonly first: number
  readonly last: number
  readonly milliseconds: number
  readonly granularity: 'second' | 'half-minute' | 'minute' | 'hour'
  readonly clock: boolean
  readonly comparator: Comparator
  readonly difference: 'apart' | 'later' | 'earlier' | null
}

/** A calendar date: 2018, 2018-03 or 2018-03-09; `decade` covers ten years. */
export interface DateMention {
  readonly first: number
  readonly last: number
  readonly value: string
  readonly decade: boolean
}

export interface NameMention {
  readonly first: number
  readonly last: number
  readonly names: readonly FactName[]
}

export type NameRole =
  | 'artist'
  | 'target'
  | 'anchor'
  | 'person'
  | 'title'
  | 'original'
  | 'original-artist'
  | 'remixer'
  | 'release'
  | 'label'
  | 'show'
  | 'chapter'
  | 'country'
  | 'other'

/** A name that a fact holds, under one of its usual shorter forms. */
export interface FactName {
  readonly factId: string
  readonly role: NameRole
  /** The whole value. */
  readonly value: string
  /** This form of it. */
  readonly form: string
  readonly keys: readonly string[]
}

export interface TagMention {
  readonly first: number
  readonly last: number
  readonly tag: string
}

export interface QuotationMention {
  readonly first: number
  readonly last: number
  readonly content: string
}

/** A run of tokens between separators; `first` and `last` index tokens. */
export interface Clause {
  readonly first: number
  readonly last: number
}

export function spanOf(tokens: readonly Token[], mention: { readonly first: number; readonly last: number }): { start: number; end: number } {
  return { start: tokens[mention.first]?.start ?? 0, end: tokens[mention.last]?.end ?? 0 }
}

export function within(mention: { readonly first: number; readonly last: number }, clause: Clause): boolean {
  return mention.first >= clause.first && mention.last <= clause.last
}
