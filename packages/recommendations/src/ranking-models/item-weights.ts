import type { SquareMatrix } from './square-matrix.js'

/** A linear item-to-item model over some of the items, its members: what having one member adds to the score of another. */
export class ItemWeights {
  readonly itemCount: number
  /** The item numbers of rows and columns, rising. */
  readonly members: Uint32Array
  /** Members x members in rows. */
  readonly cells: Float32Array
  /** Row of each item; -1: no member. */
  readonly #rows: Int32Array

  constructor(itemCount: number, members: Uint32Array, cells: Float32Array) {
    this.itemCount = itemCount
    this.members = members
    this.cells = cells
    this.#rows = new Int32Array(itemCount).fill(-1)
    members.forEach((item, row) => (this.#rows[item] = row))
  }

  /** The weights of the linear model with zero diagonal that fits best, from P = (X'X + L)^-1: -P_ij / P_jj (Steck, WWW 2019, equation 8). */
  static fromInverse(itemCount: number, members: Uint32Array, { size, width, cells }: SquareMatrix): ItemWeights {
    const weights = new Float32Array(size * size)
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) {
        if (row !== column) weights[row * size + column] = -cells[row * width + column]! / cells[column * width + column]!
      }
    }
    return new ItemWeights(itemCount, members, weights)
  }

  /** Writes the sum of the rows of some items, each as strong as it is named; 0 for items that are no members. */
  score(items: Uint32Array, strengths: Float64Array, into: Float64Array): void {
    const size = this.members.length
    into.fill(0)
    for (let place = 0; place < items.length; place++) {
      const strength = strengths[place]!
      const row = this.#rows[items[place]!]!
      if (strength === 0 || row < 0) continue
      for (let column = 0; column < size; column++) into[this.members[column]!]! += strength * this.cells[row * size + column]!
    }
  }

  /** What each of the items adds to the score of one. */
  partsOf(items: Uint32Array, strengths: Float64Array, item: number): Float64Array {
    const column = this.#rows[item]!
    return Float64Array.from(items, (played, place) => {
      const row = this.#rows[played]!
      return row < 0 || column < 0 ? 0 : strengths[place]! * this.cells[row * this.members.length + column]!
    })
  }
}
