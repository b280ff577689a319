/** Reads an answer that is one of some texts, and knows when it can be only one. */
export class ChoiceEnd {
  #left: readonly string[]
  #read = ''

  constructor(choices: readonly string[]) {
    this.#left = choices
  }

  /** What is missing once the answer is certain; null: it is not yet. */
  read(text: string): string | null {
    this.#read += text
    this.#left = this.#left.filter((choice) => choice.startsWith(this.#read))
    const [only, ...others] = this.#left
    return only === undefined || others.length > 0 ? null : only.slice(this.#read.length)
  }
}
