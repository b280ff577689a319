import type { NarrativeRequest } from '@linernotes/narrative-sdk'
import { countWords, Grounder, joinVerdicts } from '../grounding/ground-text.js'
import type { GroundedClaim, SentenceVerdict } from '../grounding/verdict.js'
import { bareText } from './overlap.js'
import type { AppliedGuidelines } from '../safety/apply-guidelines.js'
import { guidelineCheck } from '../safety/check-guidelines.js'
import type { ProviderPiece } from './read-parts.js'

/** The text of one narrative as it grows: verified sentences only, whoever wrote them. */
export class Draft {
  readonly #openGrounder: () => Grounder
  #grounder: Grounder
  readonly #withdrawn: readonly string[]
  #accepted: SentenceVerdict[] = []
  readonly #publish: (text: string) => void
  readonly #maxWords: number
  #refusals: string[] = []

  /** No sentence of a `withdrawn` text passes again. */
  constructor(request: NarrativeRequest, withdrawn: readonly string[], publish: (text: string) => void, guidelines?: AppliedGuidelines) {
    this.#withdrawn = withdrawn.map((text) => ` ${bareText(text)} `)
    this.#openGrounder = () =>
      new Grounder([...request.facts, ...request.passages], {
        maxWords: request.maxWords,
        spoilerFree: request.spoilerFree,
        language: request.language,
        ...(guidelines === undefined ? {} : { alsoRefuse: guidelineCheck(guidelines) }),
      })
    this.#grounder = this.#openGrounder()
    this.#maxWords = request.maxWords
    this.#publish = publish
  }

  /** Verifies a piece and keeps what passes. False: there is no room for more. */
  offer(piece: ProviderPiece): boolean {
    for (const verdict of this.#grounder.ground(piece)) {
      if (verdict.accepted && this.#isWithdrawn(verdict.text)) this.#refusals.push('this was withdrawn by an editor: say something else')
      else if (verdict.accepted && !this.#accepted.some((other) => other.text === verdict.text)) {
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

  /** What stands now, to come back to. */
  keep(): readonly SentenceVerdict[] {
    return [...this.#accepted]
  }

  /** Starts again from what stood at `keep`; nothing is published for it. */
  reset(accepted: readonly SentenceVerdict[] = []): void {
    this.#accepted = [...accepted]
    // The words of what is gone count no more, and nothing refers to it.
    this.#grounder = this.#openGrounder()
    for (const { text, factIds } of accepted) this.#grounder.ground({ text, factIds })
  }

  #isWithdrawn(text: string): boolean {
    const bare = ` ${bareText(text)} `
    return this.#withdrawn.some((withdrawn) => withdrawn.includes(bare))
  }

  /** Reasons since the last call, each once. */
  takeRefusals(): readonly string[] {
    const taken = [...new Set(this.#refusals)]
    this.#refusals = []
    return taken
  }
}
