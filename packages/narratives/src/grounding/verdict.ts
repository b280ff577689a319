/** Which check refused. */
export type RefusalCode =
  | 'citation'
  | 'name'
  | 'number'
  | 'date'
  | 'genre'
  | 'quotation'
  | 'attribution'
  | 'listening'
  | 'superlative'
  | 'negation'
  | 'relation'
  | 'comparison'
  | 'vocabulary'
  | 'markup'
  | 'banned-word'
  | 'sensitive'
  | 'obscene'
  | 'length'
  | 'spoiler'
  | 'language'

/** Why a sentence must not be published; `reason` is one line for a model's second try and for an operator. */
export interface Refusal {
  readonly code: RefusalCode
  readonly reason: string
  /** UTF-16 offsets into the sentence, end exclusive. */
  readonly start: number
  readonly end: number
}

/** A clause with the facts it rests on; offsets are UTF-16, end exclusive. */
export interface GroundedClaim {
  readonly start: number
  readonly end: number
  readonly support: 'supported' | 'opinion'
  readonly factIds: readonly string[]
}

/** Offsets of `claims` and `refusals` are relative to `text`. */
export interface SentenceVerdict {
  readonly text: string
  readonly accepted: boolean
  readonly refusals: readonly Refusal[]
  readonly claims: readonly GroundedClaim[]
  /** The facts that the sentence rests on. */
  readonly factIds: readonly string[]
}

/** The whole sentence rests on these facts. */
export function supportedBy(text: string, factIds: readonly string[]): SentenceVerdict {
  return { text, accepted: true, refusals: [], claims: [{ start: 0, end: text.length, support: 'supported', factIds }], factIds }
}
