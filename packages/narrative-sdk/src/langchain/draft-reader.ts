import { type DraftEvent, DraftTree } from './draft-tree.js'
import { JsonScanner } from './json-scanner.js'

/** An answer longer than this is a model that does not stop. */
const maxCharacters = 40_000

/**
 * Reads sentences out of a model's answer while it is written. Takes `{"sentences":[{"text","facts"}]}`, the bare array or a single sentence, also behind a
 * preamble, a code fence or <think>...</think>; what follows the document is ignored.
 */
export class DraftReader {
  readonly #isPlan: boolean
  #scanner = new JsonScanner()
  #tree: DraftTree
  #state: 'seeking' | 'reading' | 'done' | 'broken' = 'seeking'
  /** Before the document: the preamble. Inside: what was read since the document began, until a sentence was shown. */
  #behind = ''
  #characters = 0
  #hasShown = false

  /** `isPlan`: sentences have facts and no text. */
  constructor(isPlan = false) {
    this.#isPlan = isPlan
    this.#tree = new DraftTree(isPlan)
  }

  /** The document has ended. */
  get isDone(): boolean {
    return this.#state === 'done'
  }

  /** What was read cannot be such a document. */
  get isBroken(): boolean {
    return this.#state === 'broken'
  }

  *read(text: string): Generator<DraftEvent> {
    this.#characters += text.length
    if (this.#characters > maxCharacters && this.#state !== 'done') this.#state = 'broken'
    yield* this.#readAll(text)
    if (this.#state === 'reading') yield* this.#mark(this.#tree.acceptAll(this.#scanner.flush()))
  }

  /** Nothing more comes. Ends a sentence whose text had ended. */
  *finish(): Generator<DraftEvent> {
    if (this.#state !== 'reading') return
    yield* this.#mark(this.#tree.acceptAll(this.#scanner.finish()))
    yield* this.#mark(this.#tree.finish())
  }

  *#readAll(text: string): Generator<DraftEvent> {
    let input = text
    for (let index = 0; index < input.length; index += 1) {
      if (this.#state === 'done' || this.#state === 'broken') return
      const character = input.charAt(index)
      this.#behind = this.#hasShown ? '' : this.#behind + character
      if (this.#state === 'seeking') {
        if ((character !== '{' && character !== '[') || isThinking(this.#behind)) continue
        this.#state = 'reading'
        this.#behind = character
      }
      yield* this.#mark(this.#tree.acceptAll(this.#scanner.scan(character)))
      if (!this.#tree.isBroken && !this.#tree.isDone) continue
      if (this.#hasShown) {
        this.#state = this.#tree.isDone ? 'done' : 'broken'
        continue
      }
      // No sentence in there: look for another document, after this one, or inside what only looked like one.
      const again = this.#tree.isDone ? '' : this.#behind.slice(1)
      input = again + input.slice(index + 1)
      index = -1
      this.#restart()
    }
  }

  #restart(): void {
    this.#scanner = new JsonScanner()
    this.#tree = new DraftTree(this.#isPlan)
    this.#state = 'seeking'
    this.#behind = ''
  }

  *#mark(events: Iterable<DraftEvent>): Generator<DraftEvent> {
    for (const event of events) {
      this.#hasShown = true
      yield event
    }
  }
}

function isThinking(preamble: string): boolean {
  return preamble.lastIndexOf('<think>') > preamble.lastIndexOf('</think>')
}
