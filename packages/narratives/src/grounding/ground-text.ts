import type { NarrativeFact } from '@linernotes/narrative-sdk'
import { answeredQuestion } from './answered-question.js'
import { indexFacts, type IndexedFact } from './fact-index.js'
import { findGroundingLanguage, type GroundingLanguage } from './grounding-language.js'
import { resolveTag } from './resolve-tag.js'
import { splitSentences } from './split-sentences.js'
import { supportedBy, type GroundedClaim, type Refusal, type SentenceVerdict } from './verdict.js'

export interface GroundingOptions {
  /** Sentences beyond it are refused; null: no limit. */
  readonly maxWords: number | null
  /** Nothing that is said after the first third of an episode, and no answer to the question that its title asks. */
  readonly spoilerFree: boolean
  /** Told of every sentence that is true, and of the names of the facts: what else speaks against it. */
  readonly alsoRefuse?: (verdict: SentenceVerdict, names: readonly string[]) => readonly Refusal[]
  /** BCP 47; English where it is left out. A language without rules refuses everything. */
  readonly language: string
  /** Languages beside those that are registered. */
  readonly languages?: readonly GroundingLanguage[]
}

/** A piece of text as its writer ended it; `null` or no ids: find the facts that carry it. */
export interface CitedText {
  readonly text: string
  readonly factIds: readonly string[] | null
}

export interface TextVerdict {
  /** In order; offsets inside a verdict are relative to its sentence. */
  readonly sentences: readonly SentenceVerdict[]
  /** Everything may be published as it stands. */
  readonly accepted: boolean
  /** The accepted sentences, joined. */
  readonly published: string
  /** Offsets into `published`, UTF-16, end exclusive. */
  readonly claims: readonly GroundedClaim[]
}

export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

function refuseWhole(text: string, code: 'length' | 'language' | 'relation', reason: string): SentenceVerdict {
  return { text, accepted: false, refusals: [{ code, reason, start: 0, end: text.length }], claims: [], factIds: [] }
}

/** Verifies one sentence after the other, and remembers what "it" may mean. Facts are read once. */
export class Grounder {
  readonly #facts: readonly IndexedFact[]
  readonly #names: readonly string[]
  readonly #maxWords: number | null
  readonly #spoilerFree: boolean
  readonly #alsoRefuse: GroundingOptions['alsoRefuse']
  readonly #language: GroundingLanguage | null
  #previous: readonly IndexedFact[] = []
  #question: string | null = null
  #before = ''
  #words = 0

  constructor(facts: readonly NarrativeFact[], options: Partial<GroundingOptions> = {}) {
    this.#facts = indexFacts(facts)
    this.#names = [...new Set(this.#facts.flatMap((fact) => fact.names.map((name) => name.value)))]
    this.#maxWords = options.maxWords ?? null
    this.#spoilerFree = options.spoilerFree ?? false
    this.#alsoRefuse = options.alsoRefuse
    this.#language = findGroundingLanguage(options.language ?? 'en', options.languages)
  }

  /** A piece may hold several sentences; each of them may rest on the facts of the piece. */
  ground(piece: CitedText): SentenceVerdict[] {
    return splitSentences(piece.text, this.#names).map((sentence) => this.#one(sentence.text, piece.factIds))
  }

  #one(text: string, factIds: readonly string[] | null): SentenceVerdict {
    const words = countWords(text)
    if (this.#maxWords !== null && this.#words + words > this.#maxWords) {
      return refuseWhole(text, 'length', `more than ${this.#maxWords} words`)
    }
    if (this.#language === null) return refuseWhole(text, 'language', 'there are no grounding rules for this language')
    const ground = { facts: this.#facts, previous: this.#previous, spoilerFree: this.#spoilerFree }
    const plain = this.#language.ground(text, factIds, ground)
    const resolved = plain.accepted ? null : resolveTag(text, this.#before, this.#facts)
    const other = resolved === null ? plain : this.#language.ground(resolved, factIds, ground)
    const verdict = other !== plain && other.accepted ? supportedBy(text, other.factIds) : plain
    this.#before = text
    const said = answeredQuestion(this.#question, text)
    this.#question = text.endsWith('?') ? text : null
    if (!verdict.accepted) return verdict
    const answer = said === null ? verdict : this.#language.ground(said, factIds, ground)
    if (!answer.accepted) return refuseWhole(text, 'relation', 'it does not answer the question before it')
    const more = this.#alsoRefuse?.(verdict, this.#names) ?? []
    if (more.length > 0) return { ...verdict, accepted: false, refusals: more, claims: [], factIds: [] }
    this.#words += words
    const resting = this.#facts.filter((fact) => verdict.factIds.includes(fact.fact.id))
    if (resting.length > 0) this.#previous = resting
    return verdict
  }
}

/** Claims of accepted sentences, moved to where the sentences stand in the published text. */
export function joinVerdicts(verdicts: readonly SentenceVerdict[]): { readonly text: string; readonly claims: GroundedClaim[] } {
  let text = ''
  const claims: GroundedClaim[] = []
  for (const verdict of verdicts) {
    if (!verdict.accepted) continue
    const offset = text === '' ? 0 : text.length + 1
    text = text === '' ? verdict.text : `${text} ${verdict.text}`
    claims.push(...verdict.claims.map((claim) => ({ ...claim, start: claim.start + offset, end: claim.end + offset })))
  }
  return { text, claims }
}

/** Verdict of a whole text: `sentences` with their citations, or null to split and assign. */
export function groundText(
  text: string,
  sentences: readonly CitedText[] | null,
  facts: readonly NarrativeFact[],
  options: Partial<GroundingOptions> = {},
): TextVerdict {
  const grounder = new Grounder(facts, options)
  const verdicts = (sentences ?? [{ text, factIds: null }]).flatMap((piece) => grounder.ground(piece))
  const joined = joinVerdicts(verdicts)
  return { sentences: verdicts, accepted: verdicts.length > 0 && verdicts.every((verdict) => verdict.accepted), published: joined.text, claims: joined.claims }
}
