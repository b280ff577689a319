/** What a scanner meets, in order. A string comes in pieces, so that it can be shown while it is written. */
export type JsonToken =
  | { readonly type: 'open'; readonly bracket: '{' | '[' }
  | { readonly type: 'close'; readonly bracket: '}' | ']' }
  | { readonly type: 'punctuation'; readonly mark: ',' | ':' }
  | { readonly type: 'string-start' }
  | { readonly type: 'string-piece'; readonly text: string }
  | { readonly type: 'string-end' }
  | { readonly type: 'scalar'; readonly text: string }
  | { readonly type: 'error'; readonly character: string }

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '', f: '' }
const highSurrogate = /[\ud800-\udbff]$/

/**
 * Cuts JSON into tokens, character by character, and is as lenient as models are careless: raw line breaks in strings, unknown escapes,
 * a quotation mark inside a string that nobody escaped (it ends a string only before , : ] or }).
 */
export class JsonScanner {
  #mode: 'between' | 'string' | 'escape' | 'unicode' | 'perhaps-end' | 'scalar' = 'between'
  #piece = ''
  #hex = ''
  #scalar = ''
  #held = '';

  /** `character` is one UTF-16 unit. */
  *scan(character: string): Generator<JsonToken> {
    switch (this.#mode) {
      case 'between':
        yield* this.#between(character)
        break
      case 'string':
        if (character === '"') {
          this.#mode = 'perhaps-end'
          this.#held = '"'
        } else if (character === '\\') this.#mode = 'escape'
        else this.#piece += character
        break
      case 'escape':
        this.#mode = character === 'u' ? 'unicode' : 'string'
        this.#hex = ''
        if (character !== 'u') this.#piece += escapes[character] ?? character
        break
      case 'unicode':
        yield* this.#unicode(character)
        break
      case 'perhaps-end':
        yield* this.#perhapsEnd(character)
        break
      case 'scalar':
        if (/[\w.+-]/u.test(character)) this.#scalar += character
        else {
          yield { type: 'scalar', text: this.#scalar }
          this.#mode = 'between'
          yield* this.#between(character)
        }
    }
  }

  /** The part of an open string that has been read and not been handed out; never half a surrogate pair. */
  *flush(): Generator<JsonToken> {
    const keep = highSurrogate.test(this.#piece) ? 1 : 0
    const text = this.#piece.slice(0, this.#piece.length - keep)
    this.#piece = this.#piece.slice(this.#piece.length - keep)
    if (text !== '') yield { type: 'string-piece', text: text.toWellFormed() }
  }

  /** Nothing more comes: a string whose closing mark was the last thing read has ended. */
  *finish(): Generator<JsonToken> {
    if (this.#mode === 'perhaps-end') yield* this.#endString()
  }

  *#between(character: string): Generator<JsonToken> {
    if (/\s/u.test(character)) return
    if (character === '{' || character === '[') yield { type: 'open', bracket: character }
    else if (character === '}' || character === ']') yield { type: 'close', bracket: character }
    else if (character === ',' || character === ':') yield { type: 'punctuation', mark: character }
    else if (character === '"') {
      this.#mode = 'string'
      this.#piece = ''
      yield { type: 'string-start' }
    } else if (/[\w.+-]/u.test(character)) {
      this.#mode = 'scalar'
      this.#scalar = character
    } else yield { type: 'error', character }
  }

  *#unicode(character: string): Generator<JsonToken> {
    if (!/[\da-f]/iu.test(character)) {
      this.#mode = 'string'
      yield* this.scan(character)
      return
    }
    this.#hex += character
    if (this.#hex.length < 4) return
    this.#piece += String.fromCharCode(Number.parseInt(this.#hex, 16))
    this.#mode = 'string'
  }

  *#perhapsEnd(character: string): Generator<JsonToken> {
    if (/\s/u.test(character)) {
      this.#held += character
    } else if (/[,:\]}]/u.test(character)) {
      yield* this.#endString()
      yield* this.#between(character)
    } else {
      this.#piece += this.#held
      this.#mode = 'string'
      yield* this.scan(character)
    }
  }

  *#endString(): Generator<JsonToken> {
    this.#mode = 'between'
    const text = this.#piece.toWellFormed()
    this.#piece = ''
    if (text !== '') yield { type: 'string-piece', text }
    yield { type: 'string-end' }
  }
}
