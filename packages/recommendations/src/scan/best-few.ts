/** An item and what a model says of it. */
export interface ScoredItem {
  readonly item: number
  readonly score: number
}

/**
 * Keeps the best few of many: a binary heap with the worst of the kept on top, so that what is not good enough costs one comparison. Of equal scores the lower item
 * number is better.
 */
export class BestFew {
  readonly #items: Int32Array
  readonly #scores: Float64Array
  #size = 0

  constructor(count: number) {
    this.#items = new Int32Array(count)
    this.#scores = new Float64Array(count)
  }

  /** What a score must reach to be kept; anything, as long as there is room. */
  get floor(): number {
    if (this.#size < this.#scores.length) return Number.NEGATIVE_INFINITY
    return this.#scores.length === 0 ? Number.POSITIVE_INFINITY : this.#scores[0]!
  }

  /** NaN is never kept. */
  offer(item: number, score: number): void {
    if (this.#size < this.#scores.length && score === score) this.#rise(this.#size++, item, score)
    else if (this.#size > 0 && this.#isWorse(this.#items[0]!, this.#scores[0]!, item, score)) this.#sink(item, score)
  }

  /** Best first. */
  toSorted(): readonly ScoredItem[] {
    const kept = Array.from({ length: this.#size }, (_, place) => ({ item: this.#items[place]!, score: this.#scores[place]! }))
    return kept.toSorted((a, b) => b.score - a.score || a.item - b.item)
  }

  #isWorse(item: number, score: number, otherItem: number, otherScore: number): boolean {
    return score < otherScore || (score === otherScore && item > otherItem)
  }

  #put(place: number, item: number, score: number): void {
    this.#items[place] = item
    this.#scores[place] = score
  }

  #rise(start: number, item: number, score: number): void {
    let place = start
    while (place > 0) {
      const parent = (place - 1) >> 1
      if (!this.#isWorse(item, score, this.#items[parent]!, this.#scores[parent]!)) break
      this.#put(place, this.#items[parent]!, this.#scores[parent]!)
      place = parent
    }
    this.#put(place, item, score)
  }

  #sink(item: number, score: number): void {
    let place = 0
    for (;;) {
      let worst = 2 * place + 1
      if (worst >= this.#size) break
      const other = worst + 1
      if (other < this.#size && this.#isWorse(this.#items[other]!, this.#scores[other]!, this.#items[worst]!, this.#scores[worst]!)) worst = other
      if (!this.#isWorse(this.#items[worst]!, this.#scores[worst]!, item, score)) break
      this.#put(place, this.#items[worst]!, this.#scores[worst]!)
      place = worst
    }
    this.#put(place, item, score)
  }
}
