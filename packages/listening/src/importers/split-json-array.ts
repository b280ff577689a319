/** One row of a file as it is written, or why it could not be read. */
export type RawRow = RowPlace & ({ readonly text: string } | { readonly problem: string })
interface RowPlace {
  /** From 1. */
  readonly line: number
  /** From 1; null where every row has a line of its own. Whole lists are often written on one line. */
  readonly entry: number | null
}

const longestElement = 1_000_000

/**
 * Splits an array of JSON values into the text of its elements, so that a file of any size passes through little memory and one
 * broken element costs only itself. The array is the document itself, or the value of one of `keys` in the outermost two objects.
 */
export async function* splitJsonArray(chunks: AsyncIterable<string>, keys: readonly string[] = []): AsyncGenerator<RawRow> {
  const splitter = new ArraySplitter(keys)
  for await (const chunk of chunks) yield* splitter.push(chunk)
  yield* splitter.end()
}

class ArraySplitter {
  readonly #keys: readonly string[]
  #line = 1
  #depth = 0
  /** Depth of the elements; 0 before the array, -1 after it. */
  #elementDepth = 0
  #inString = false
  #escaped = false
  /** The last string outside the array, and the one that stood before the last colon. */
  #string = ''
  #key: string | null = null
  #element: { line: number; entry: number; text: string; from: number } | null = null
  #entries = 0

  constructor(keys: readonly string[]) {
    this.#keys = keys
  }

  *push(chunk: string): Generator<RawRow> {
    if (this.#element !== null) this.#element.from = 0
    for (let index = 0; index < chunk.length; index++) {
      const character = chunk.charAt(index)
      if (character === '\n') this.#line++
      if (this.#inString) this.#readString(character)
      else if (this.#elementDepth > 0) {
        const ended = this.#readElement(character, chunk, index)
        if (ended !== null) yield ended
      } else if (this.#elementDepth === 0) this.#findArray(character)
    }
    if (this.#element !== null) this.#keep(this.#element, chunk, chunk.length)
  }

  *end(): Generator<RawRow> {
    if (this.#elementDepth > 0)
      yield { line: this.#element?.line ?? this.#line, entry: this.#entries, problem: 'the file ends in the middle of the list: it is truncated' }
  }

  #readString(character: string): void {
    if (this.#elementDepth === 0 && this.#string.length < 100) this.#string += character
    if (this.#escaped) this.#escaped = false
    else if (character === '\\') this.#escaped = true
    else if (character === '"') this.#inString = false
  }

  #findArray(character: string): void {
    if (character === '"') {
      this.#inString = true
      this.#string = ''
    } else if (character === ':') this.#key = this.#string.slice(0, -1)
    else if (character === ',') this.#key = null
    else if (character === '[' && (this.#depth === 0 || (this.#depth <= 2 && this.#key !== null && this.#keys.includes(this.#key))))
      this.#elementDepth = ++this.#depth
    else if (character === '{' || character === '[') this.#depth++
    else if (character === '}' || character === ']') this.#depth--
  }

  #readElement(character: string, chunk: string, index: number): RawRow | null {
    const isEnd = this.#depth === this.#elementDepth && (character === ',' || character === ']')
    if (!isEnd) {
      if (this.#element === null && character.trim() !== '') this.#element = { line: this.#line, entry: ++this.#entries, text: '', from: index }
      if (character === '"') this.#inString = true
      else if (character === '{' || character === '[') this.#depth++
      else if (character === '}' || character === ']') this.#depth--
      return null
    }
    if (character === ']') this.#elementDepth = -1
    const element = this.#element
    this.#element = null
    if (element === null) return null
    this.#keep(element, chunk, index)
    const { line, entry, text } = element
    return text.length > longestElement ? { line, entry, problem: `longer than ${longestElement} characters` } : { line, entry, text }
  }

  #keep(element: { text: string; from: number }, chunk: string, until: number): void {
    if (element.text.length <= longestElement) element.text += chunk.slice(element.from, until)
  }
}
