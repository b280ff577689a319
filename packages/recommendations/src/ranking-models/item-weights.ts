import type { SquareMatrix } from './square-matrix.js'

/** A linear item-to-item model: what having the row's item adds to the score of the column's item. */
export class ItemWeights {
  readonly itemCount: number
  /** Items x items in rows. */
  readonly cells: Float32Array

  constructor(itemCount: number, cells: Float32Array) {
    this.itemCount = itemCount
    this.cells = cells
  }

  /** The weights of the linear model with zero diagonal that fits best, from P = (X'X + L)^-1: -P_ij / P_jj (Steck, WWW 2019, equation 8). */
  static fromInverse({ size, width, cells }: SquareMatrix): ItemWeights {
    const weights = new Float32Array(size * size)
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) {
        if (row !== column) weights[row * size + column] = -cells[row * width + column]! / cells[column * width + column]!
      }
    }
    return new ItemWeights(size, weights)
  }

  /** Writes the sum of the rows of some items, each as strong as it is named. */
  score(items: Uint32Array, strengths: Float64Array, into: Float64Array): void {
    into.fill(0)
    for (let place = 0; place < items.length; place++) {
      const strength = strengths[place]!
      const row = items[place]! * this.itemCount
      if (strength !== 0) for (let item = 0; item < this.itemCount; item++) into[item]! += strength * this.cells[row + item]!
    }
  }

  /** What each of the items adds to the score of one. */
  partsOf(items: Uint32Array, strengths: Float64Array, item: number): Float64Array {
    return Float64Array.from(items, (played, place) => strengths[place]! * this.cells[played * this.itemCount + item]!)
  }
}
