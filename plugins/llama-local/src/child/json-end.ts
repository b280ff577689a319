/**
 * Says when a JSON object or array has ended while it is written: left alone, a grammar goes on after the closing bracket, with line
 * breaks.
 */
export class JsonEnd {
  #depth = 0
  #isInString = false
  #isEscaped = false

  /** Characters of `text` up to the end of the document; null while it is open. */
  read(text: string): number | null {
    for (let index = 0; index < text.length; index += 1) {
      const character = text.charAt(index)
      if (this.#isEscaped) this.#isEscaped = false
      else if (character === '\\') this.#isEscaped = this.#isInString
      else if (character === '"') this.#isInString = !this.#isInString
      else if (!this.#isInString && '{['.includes(character)) this.#depth += 1
      else if (!this.#isInString && ']}'.includes(character)) {
        this.#depth -= 1
        if (this.#depth === 0) return index + 1
      }
    }
    return null
  }
}
