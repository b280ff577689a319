// Controls, bidi marks and invisible characters have no place in a sentence; joiners stay, some scripts need them.
const unspeakable = /[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u
const citation = /^[[(]\s*F\d+(?:\s*[,;]?\s*F\d+)*\s*[\])]$/u
const citationStart = /^[[(][F\d,;\s]*$/u

/**
 * Writes sentences piece by piece as they should be read: white space folded, one space between sentences, citation marks such
 * as [F1] taken out of the text and counted as citations.
 */
export class SentenceWriter {
  readonly #marks = new Set<string>()
  #narrativeHasText = false
  #sentenceHasText = false
  #spaceBeforeNext = false
  #afterMark = false
  #held = ''

  /** What may be shown of `text` now. */
  write(text: string): string {
    let written = ''
    for (const character of text) written += this.#accept(character)
    return written
  }

  /** Ends the sentence: what was held back, and the ids that its text cited. `isEmpty`: it said nothing. */
  end(): { rest: string; citedIds: readonly string[]; isEmpty: boolean } {
    const rest = this.#release()
    const result = { rest, citedIds: [...this.#marks], isEmpty: !this.#sentenceHasText }
    this.#marks.clear()
    this.#sentenceHasText = false
    this.#spaceBeforeNext = this.#narrativeHasText
    return result
  }

  #accept(character: string): string {
    if (this.#held !== '') {
      this.#held += character
      if (citation.test(this.#held)) {
        for (const id of this.#held.match(/F\d+/gu) ?? []) this.#marks.add(id)
        this.#held = ''
        this.#afterMark = true
        return ''
      }
      if (citationStart.test(this.#held) && this.#held.length < 40) return ''
      return this.#release()
    }
    if (character === '[' || character === '(') {
      this.#held = character
      return ''
    }
    return this.#show(character)
  }

  #release(): string {
    const held = this.#held
    this.#held = ''
    let written = ''
    for (const character of held) written += this.#show(character)
    return written
  }

  #show(character: string): string {
    if (/\s/u.test(character)) {
      this.#spaceBeforeNext ||= this.#sentenceHasText
      return ''
    }
    if (unspeakable.test(character)) return ''
    // A mark that was taken out leaves no space before the full stop.
    const space = this.#spaceBeforeNext && !(this.#afterMark && this.#sentenceHasText && /[.,;:!?…]/u.test(character)) ? ' ' : ''
    this.#spaceBeforeNext = false
    this.#afterMark = false
    this.#sentenceHasText = true
    this.#narrativeHasText = true
    return space + character
  }
}
