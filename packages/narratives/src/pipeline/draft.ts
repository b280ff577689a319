import type { NarrativeRequest } from '@linernotes/narrative-sdk'
import { countWords, Grounder, joinVerdicts } from '../grounding/ground-text.js'
import type { GroundedClaim, SentenceVerdict } from '../grounding/verdict.js'
import type { ProviderPiece } from './read-parts.js'

/** The text of one narrative as it grows: verified sentences only, whoever wrote them. */
export class Draft {
  readonly #grounder: Grounder
  readonly #accepted: SentenceVerdict[] = []
  readonly #publish: (text: string) => void
  readonly #maxWords: number
  #refusals: string[] = []

  constructor(request: NarrativeRequest, publish: (text: string) => void) {
    this.#grounder = new Grounder([...request.facts, ...request.passages], {
      maxWords: request.maxWords,
      spoilerFree: request.spoilerFree,
      language: request.language,
    })
    this.#maxWords = request.maxWords
    this.#publish = publish
  }

  /** Verifies a piece and keeps what passes. False: there is no room for more. */
  offer(piece: ProviderPiece): boolean {
    for (const verdict of this.#grounder.ground(piece)) {
      if (verdict.accepted && !this.#accepted.some((other) => other.text === verdict.text)) {
        this.#publish(this.#accepted.length === 0 ? verdict.text : ` ${verdict.text}`)
        this.#accepted.push(verdict)
      } else this.#refusals.push(...verdict.refusals.map((refusal) => refusal.reason))
    }
    return countWords(this.text) < this.#maxWords
  }

  get text(): string {
    return joinVerdicts(this.#accepted).text
  }

  get claims(): readonly GroundedClaim[] {
    return joinVerdicts(this.#accepted).claims
  }

  /** A text that states something, and so can stand alone. */
  get isComplete(): boolean {
    return this.#accepted.some((verdict) => verdict.factIds.length > 0)
  }

  /** Reasons since the last call, each once. */
  takeRefusals(): readonly string[] {
    const taken = [...new Set(this.#refusals)]
    this.#refusals = []
    return taken
  }
}
