/**
 * One way to say something, taken apart. Patterns are written as text:
 * `word`, `(a|b c)`, `x?` (may be left out), `[a; b]` (each of these at most once, in any order), `$name` (a phrase of the language's list),
 * `{A:artist}` (a mention of one of these kinds, which must say this value of the fact) and `%mark` (says nothing, but is known to the verifier).
 */
export type Pattern =
  | { readonly is: 'word'; readonly word: string }
  | { readonly is: 'slot'; readonly kinds: string; readonly role: string }
  | { readonly is: 'mark'; readonly mark: string }
  | { readonly is: 'row'; readonly of: readonly Pattern[] }
  | { readonly is: 'either'; readonly of: readonly Pattern[] }
  | { readonly is: 'optional'; readonly of: Pattern }
  | { readonly is: 'any-order'; readonly of: readonly Pattern[] }

/** Phrases by name, as patterns; one may use those before it. */
export type Phrases = Readonly<Record<string, string>>

const lexeme = /\s*(?:(?<slot>\{(?<kinds>\w+):(?<role>\w+)\})|\$(?<phrase>\w+)|%(?<mark>[\w-]+)|(?<word>[\p{L}\p{N}'’]+)|(?<sign>[()[\]|;?,:]))/uy

/** Reads patterns of one language; its phrases are read once. */
export class PatternReader {
  readonly #phrases = new Map<string, Pattern>()
  #source = ''
  #at = 0

  constructor(phrases: Phrases) {
    for (const [name, source] of Object.entries(phrases)) this.#phrases.set(name, this.read(source))
  }

  /** @throws {SyntaxError} with the pattern and the place where it cannot be read */
  read(source: string): Pattern {
    this.#source = source
    this.#at = 0
    const pattern = this.#either()
    if (this.#peek() !== null) this.#fail('nothing more')
    return pattern
  }

  #either(): Pattern {
    const of = [this.#row()]
    while (this.#take('|')) of.push(this.#row())
    return of.length === 1 ? of[0]! : { is: 'either', of }
  }

  #row(): Pattern {
    const of: Pattern[] = []
    for (let item = this.#item(); item !== null; item = this.#item()) of.push(this.#take('?') ? { is: 'optional', of: item } : item)
    return of.length === 1 ? of[0]! : { is: 'row', of }
  }

  #item(): Pattern | null {
    if (this.#take('(')) return this.#closed(this.#either(), ')')
    if (this.#take('[')) {
      const of = [this.#either()]
      while (this.#take(';')) of.push(this.#either())
      return this.#closed({ is: 'any-order', of }, ']')
    }
    const groups = this.#peek()?.groups
    if (groups === undefined || (groups['sign'] !== undefined && !/[,:]/u.test(groups['sign']))) return null
    this.#at = lexeme.lastIndex
    if (groups['slot'] !== undefined) return { is: 'slot', kinds: groups['kinds'] ?? '', role: groups['role'] ?? '' }
    if (groups['mark'] !== undefined) return { is: 'mark', mark: groups['mark'] }
    if (groups['phrase'] === undefined) return { is: 'word', word: groups['word'] ?? groups['sign'] ?? '' }
    const phrase = this.#phrases.get(groups['phrase'])
    return phrase ?? this.#fail(`a phrase; ${groups['phrase']} is none`)
  }

  #closed(pattern: Pattern, sign: string): Pattern {
    if (!this.#take(sign)) this.#fail(sign)
    return pattern
  }

  #peek(): RegExpExecArray | null {
    lexeme.lastIndex = this.#at
    const match = lexeme.exec(this.#source)
    if (match === null && this.#source.slice(this.#at).trim() !== '') this.#fail('a word or a sign')
    return match
  }

  #take(sign: string): boolean {
    if (this.#peek()?.groups?.['sign'] !== sign) return false
    this.#at = lexeme.lastIndex
    return true
  }

  #fail(wanted: string): never {
    throw new SyntaxError(`${JSON.stringify(this.#source)}, character ${this.#at}: expected ${wanted}`)
  }
}
