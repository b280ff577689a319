import type { JsonToken } from './json-scanner.js'

export type DraftEvent =
  | { readonly type: 'text'; readonly text: string }
  /** `citations` as the model wrote them. */
  | { readonly type: 'sentence'; readonly citations: readonly string[] }

interface Frame {
  readonly bracket: '{' | '['
  readonly role: 'root' | 'sentences' | 'sentence' | 'facts' | 'other'
  key: string
  expects: 'key' | 'colon' | 'value' | 'comma'
}

const maxDepth = 12

/** Knows where in the document a token stands, and which strings are the text of a sentence. */
export class DraftTree {
  readonly #isPlan: boolean
  readonly #frames: Frame[] = []
  #string: { role: 'key' | 'text' | 'fact' | 'other'; text: string } | null = null
  #citations: string[] = []
  #hasText = false
  #isStarted = false
  isBroken = false

  /** `isPlan`: a sentence needs no text, only facts. */
  constructor(isPlan: boolean) {
    this.#isPlan = isPlan
  }

  get isDone(): boolean {
    return this.#isStarted && this.#frames.length === 0
  }

  *acceptAll(tokens: Iterable<JsonToken>): Generator<DraftEvent> {
    for (const token of tokens) {
      if (this.isBroken || this.isDone) return
      yield* this.#accept(token)
    }
  }

  /** Nothing more comes: a sentence whose text has ended counts. */
  *finish(): Generator<DraftEvent> {
    if (this.#string?.role !== 'text') yield* this.#endSentence()
  }

  *#accept(token: JsonToken): Generator<DraftEvent> {
    const frame = this.#frames.at(-1)
    switch (token.type) {
      case 'open':
        this.#open(token.bracket, frame)
        break
      case 'close':
        if (frame === undefined || (token.bracket === '}') !== (frame.bracket === '{') || frame.expects === 'colon') this.isBroken = true
        else {
          this.#frames.pop()
          if (frame.role === 'sentence' || frame.role === 'root') yield* this.#endSentence()
        }
        break
      case 'punctuation':
        this.#punctuate(token.mark, frame)
        break
      case 'string-start':
        this.#string = { role: this.#stringRole(frame), text: '' }
        if (frame !== undefined && this.#string.role !== 'key') this.#takeValue(frame)
        break
      case 'string-piece':
        if (this.#string?.role === 'text') {
          this.#hasText = true
          yield { type: 'text', text: token.text }
        } else if (this.#string !== null) this.#string.text += token.text
        break
      case 'string-end':
        yield* this.#endString(frame)
        break
      case 'scalar':
        if (frame === undefined) this.isBroken = true
        else {
          this.#takeValue(frame)
          if (frame.role === 'facts' || frame.key === 'facts') this.#citations.push(token.text)
        }
        break
      case 'error':
        this.isBroken = true
    }
  }

  #open(bracket: '{' | '[', frame: Frame | undefined): void {
    if (frame !== undefined) this.#takeValue(frame)
    if (this.#frames.length >= maxDepth) this.isBroken = true
    this.#isStarted = true
    this.#frames.push({ bracket, role: roleOf(bracket, frame), key: '', expects: bracket === '{' ? 'key' : 'value' })
  }

  #punctuate(mark: ',' | ':', frame: Frame | undefined): void {
    if (frame === undefined || frame.expects !== (mark === ':' ? 'colon' : 'comma')) {
      this.isBroken = true
      return
    }
    frame.expects = mark === ',' && frame.bracket === '{' ? 'key' : 'value'
  }

  #takeValue(frame: Frame): void {
    if (frame.expects !== 'value') this.isBroken = true
    frame.expects = 'comma'
  }

  #stringRole(frame: Frame | undefined): 'key' | 'text' | 'fact' | 'other' {
    if (frame === undefined) return 'other'
    if (frame.expects === 'key') return 'key'
    if (frame.role === 'sentences' || ((frame.role === 'sentence' || frame.role === 'root') && frame.key === 'text' && !this.#hasText)) return 'text'
    return frame.role === 'facts' || (frame.key === 'facts' && frame.role !== 'other') ? 'fact' : 'other'
  }

  *#endString(frame: Frame | undefined): Generator<DraftEvent> {
    const string = this.#string
    this.#string = null
    if (frame === undefined || string === null) return
    if (string.role === 'key') {
      frame.key = string.text
      frame.expects = 'colon'
    } else if (string.role === 'fact') this.#citations.push(...string.text.split(/[\s,;]+/u))
    else if (frame.role === 'sentences') yield* this.#endSentence()
  }

  *#endSentence(): Generator<DraftEvent> {
    const citations = this.#citations
    this.#citations = []
    if (this.#hasText || (this.#isPlan && citations.length > 0)) yield { type: 'sentence', citations }
    this.#hasText = false
  }
}

function roleOf(bracket: '{' | '[', frame: Frame | undefined): Frame['role'] {
  if (bracket === '{') return frame === undefined ? 'root' : frame.role === 'sentences' ? 'sentence' : 'other'
  if (frame === undefined || (frame.key === 'sentences' && frame.role !== 'sentence')) return 'sentences'
  return frame.key === 'facts' && (frame.role === 'sentence' || frame.role === 'root') ? 'facts' : 'other'
}
