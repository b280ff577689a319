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
