import type { NarrativePart } from '../part.js'
import { DraftReader } from './draft-reader.js'
import type { DraftEvent } from './draft-tree.js'
import type { PlanRealiser } from './plan/plan-realiser.js'
import { SentenceWriter } from './sentence-writer.js'

type SentencePart = Extract<NarrativePart, { type: 'text-delta' | 'sentence-end' }>

/** Turns the text of an answer, as it comes, into sentences with citations; a plan into those that its realiser writes. */
export class DraftToParts {
  readonly #reader: DraftReader
  readonly #realiser: PlanRealiser | null
  readonly #writer = new SentenceWriter()
  readonly #idsByName: ReadonlyMap<string, string>
  readonly #onUnknownCitation: (citation: string) => void
  #sentences = 0
  #isOpen = false

  /** Ids are recognised as 'F1', 'f1' and 1; a citation of anything else is reported and left out. */
  constructor(factIds: readonly string[], onUnknownCitation: (citation: string) => void, realiser: PlanRealiser | null = null) {
    this.#reader = new DraftReader(realiser !== null)
    this.#realiser = realiser
    this.#idsByName = new Map(
      factIds.flatMap((id) => [[id.toLowerCase(), id], ...(/^f\d+$/iu.test(id) ? [[id.slice(1), id] as const] : [])]) as [string, string][],
    )
    this.#onUnknownCitation = onUnknownCitation
  }

  get sentences(): number {
    return this.#sentences
  }

  /** Text was shown whose sentence has not ended. */
  get isOpen(): boolean {
    return this.#isOpen
  }

  get isDone(): boolean {
    return this.#reader.isDone
  }

  get isBroken(): boolean {
    return this.#reader.isBroken
  }

  *read(text: string): Generator<SentencePart> {
    yield* this.#parts(this.#reader.read(text))
  }

  *finish(): Generator<SentencePart> {
    yield* this.#parts(this.#reader.finish())
  }

  *#parts(events: Iterable<DraftEvent>): Generator<SentencePart> {
    for (const event of events) {
      if (event.type === 'sentence') yield* this.#realiser === null ? this.#end(event.citations) : this.#realise(this.#realiser, event.citations)
      else if (this.#realiser === null) yield* this.#delta(this.#writer.write(event.text))
    }
  }

  *#realise(realiser: PlanRealiser, citations: readonly string[]): Generator<SentencePart> {
    const sentence = realiser.sentenceOf(this.#known(citations))
    if (sentence === null) return
    yield* this.#delta(this.#writer.write(sentence.text))
    yield* this.#end(sentence.factIds)
  }

  *#delta(text: string): Generator<SentencePart> {
    if (text === '') return
    this.#isOpen = true
    yield { type: 'text-delta', text }
  }

  *#end(citations: readonly string[]): Generator<SentencePart> {
    const { rest, citedIds, isEmpty } = this.#writer.end()
    yield* this.#delta(rest)
    this.#isOpen = false
    if (isEmpty) return
    this.#sentences += 1
    yield { type: 'sentence-end', factIds: this.#known([...citations, ...citedIds]) }
  }

  #known(citations: readonly string[]): readonly string[] {
    const factIds = new Set<string>()
    for (const citation of citations) {
      const id = this.#idsByName.get(citation.toLowerCase().replaceAll(/[^a-z\d_-]/gu, ''))
      if (id !== undefined) factIds.add(id)
      else if (citation.trim() !== '') this.#onUnknownCitation(citation.slice(0, 40))
    }
    return [...factIds]
  }
}
