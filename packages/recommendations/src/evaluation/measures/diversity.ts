import type { CompressedRows } from '../../model/compressed-rows.js'

/** Intra-list diversity (Ziegler et al. 2005; Smyth and McClave 2001): 1 minus the mean cosine of all pairs in the list. */
export class Diversity {
  readonly #vectors: CompressedRows
  readonly #lengths: Float64Array
  readonly #sum: Float64Array

  /** @param vectors items x anything, e.g. how often each tag was given */
  constructor(vectors: CompressedRows) {
    this.#vectors = vectors
    this.#lengths = Float64Array.from({ length: vectors.rowCount }, (_, item) => Math.sqrt(this.#valuesOf(item).reduce((sum, value) => sum + value ** 2, 0)))
    this.#sum = new Float64Array(vectors.columnCount)
  }

  /**
   * Of the first k. An item without a vector is not compared, for nothing is known of it. NaN: fewer than two can be compared.
   * The cosines need no pairs: the squared length of the sum of n unit vectors is n plus twice the sum of their cosines.
   */
  at(list: Uint32Array, k: number): number {
    const compared = list.subarray(0, k).filter((item) => this.#lengths[item]! > 0)
    const count = compared.length
    if (count < 2) return Number.NaN
    for (const item of compared) this.#add(item)
    let square = 0
    for (const item of compared) square += this.#takeSquare(item)
    return Math.min(1, Math.max(0, 1 - (square - count) / (count * (count - 1))))
  }

  #add(item: number): void {
    const { offsets, columns, values } = this.#vectors
    for (let cell = offsets[item]!; cell < offsets[item + 1]!; cell++) this.#sum[columns[cell]!]! += values[cell]! / this.#lengths[item]!
  }

  /** The squares in the columns of an item; they are zero afterwards. */
  #takeSquare(item: number): number {
    const { offsets, columns } = this.#vectors
    let square = 0
    for (let cell = offsets[item]!; cell < offsets[item + 1]!; cell++) {
      square += this.#sum[columns[cell]!]! ** 2
      this.#sum[columns[cell]!] = 0
    }
    return square
  }

  #valuesOf(item: number): Float32Array {
    return this.#vectors.values.subarray(this.#vectors.offsets[item]!, this.#vectors.offsets[item + 1]!)
  }
}
