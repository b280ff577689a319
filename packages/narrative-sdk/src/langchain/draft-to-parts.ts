import type { NarrativePart } from '../part.js'
import { DraftReader } from './draft-reader.js'
import type { DraftEvent } from './draft-tree.js'
import { SentenceWriter } from './sentence-writer.js'

type SentencePart = Extract<NarrativePart, { type: 'text-delta' | 'sentence-end' }>

/** Turns the text of an answer, as it comes, into sentences with citations. */
export class DraftToParts {
  readonly #reader = new DraftReader()
  readonly #writer = new SentenceWriter()
  readonly #idsByName: ReadonlyMap<string, string>
  readonly #onUnknownCitation: (citation: string) => void
  #sentences = 0
  #isOpen = false

  /** Ids are recognised as 'F1', 'f1' and 1; a citation of anything else is reported and left out. */
  constructor(factIds: readonly string[], onUnknownCitation: (citation: string) => void) {
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
      if (event.type === 'text') yield* this.#delta(this.#writer.write(event.text))
      else yield* this.#end(event.citations)
    }
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
    const factIds = new Set<string>()
    for (const citation of [...citations, ...citedIds]) {
      const id = this.#idsByName.get(citation.toLowerCase().replaceAll(/[^a-z\d_-]/gu, ''))
      if (id !== undefined) factIds.add(id)
      else if (citation.trim() !== '') this.#onUnknownCitation(citation.slice(0, 40))
    }
    yield { type: 'sentence-end', factIds: [...factIds] }
  }
}
