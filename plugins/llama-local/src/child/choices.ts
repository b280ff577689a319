/** An answer that is one of some texts, as far as it is known. */
export class Choices {
  #left: readonly string[]
  #read = ''

  constructor(choices: readonly string[]) {
    this.#left = choices
  }

  /** What may follow. */
  get rests(): readonly string[] {
    return this.#left.map((choice) => choice.slice(this.#read.length))
  }

  /** The whole rest, once the answer can be no other; null: it still can. */
  get end(): string | null {
    const [only, ...others] = this.rests
    return only === undefined || others.length > 0 ? null : only
  }

  /** It may end here, though others go on. */
  get isWhole(): boolean {
    return this.#left.includes(this.#read)
  }

  read(text: string): void {
    this.#read += text
    this.#left = this.#left.filter((choice) => choice.startsWith(this.#read))
  }

  /**
   * What every answer that is left goes on with, up to the last space: it need not be asked for word by word. The space stays with the
   * word behind it, as in the vocabulary of a model.
   */
  get certain(): string {
    const [first = '', ...others] = this.rests
    let length = 0
    while (length < first.length && others.every((rest) => rest[length] === first[length])) length += 1
    const space = first.slice(0, length + 1).lastIndexOf(' ')
    return first.slice(0, Math.max(0, Math.min(space, length)))
  }
}

/** GBNF (llama.cpp, grammars/README.md) of some texts, and of nothing else. */
export function choiceGrammar(texts: Iterable<string>): string {
  return `root ::= ${[...texts].map((text) => JSON.stringify(text)).join(' | ')}`
}
