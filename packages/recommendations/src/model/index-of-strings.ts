import { isStride, type Work } from './in-turns.js'

/** Strings by number and numbers by string. Numbers are given in order of arrival and never change. */
export class IndexOfStrings {
  readonly #numbers = new Map<string, number>()
  readonly #strings: string[] = []

  constructor(strings: Iterable<string> = []) {
    for (const text of strings) this.add(text)
  }
  get size(): number {
    return this.#strings.length
  }
  get strings(): readonly string[] {
    return this.#strings
  }
  add(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    this.#numbers.set(text, this.#strings.length)
    return this.#strings.push(text) - 1
  }
  numberOf(text: string): number | undefined {
    return this.#numbers.get(text)
  }
  stringOf(number: number): string {
    const text = this.#strings[number]
    if (text === undefined) throw new RangeError(`There is no string number ${number} among ${this.#strings.length}.`)
    return text
  }
}

/** The strings that rows name, in their order. Can be left off and gone on with. */
export function* indexing<Row>(rows: readonly Row[], nameOf: (row: Row) => string | null): Work<IndexOfStrings> {
  const strings = new IndexOfStrings()
  for (const [index, row] of rows.entries()) {
    const name = nameOf(row)
    if (name !== null) strings.add(name)
    if (isStride(index)) yield
  }
  return strings
}
