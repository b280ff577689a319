/**
 * Words of a talk that is written anew, as after a restart in its middle: what was told is not told again, and what goes on from it is. Where it comes out in other
 * words, none of them are told: the settled segment has the whole.
 */
export class Retelling {
  #said = ''

  constructor(private readonly told: string) {}

  /** What of the next words is new; null: nothing. */
  next(text: string): string | null {
    const before = this.#said.length
    this.#said += text
    if (this.#said.length <= this.told.length || !this.#said.startsWith(this.told)) return null
    return this.#said.slice(Math.max(before, this.told.length))
  }
}
