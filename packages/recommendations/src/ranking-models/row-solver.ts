import { addOuterProducts } from './add-outer-products.js'
import { dotAt } from './dot-at.js'
import type { IalsSettings } from './ials-settings.js'
import { factoriseSmall, solveSmall } from './small-cholesky.js'

/** Steps of conjugate gradient per row and sweep; each sweep goes on from the vectors of the last one (Takács, Pilászy, Tikk, RecSys 2011). */
const STEPS = 3

/** Finds the best vector of one side for one row of interactions, while the vectors of the other side are held. */
export class RowSolver {
  readonly #others: Float64Array
  readonly #otherCount: number
  readonly #settings: IalsSettings
  /** unobservedWeight x Y'Y, shared by all rows. */
  readonly #shared: Float64Array
  readonly #matrix: Float64Array
  readonly #residual: Float64Array
  readonly #direction: Float64Array
  readonly #product: Float64Array

  constructor(others: Float64Array, otherCount: number, settings: IalsSettings) {
    const size = settings.dimensions
    this.#others = others
    this.#otherCount = otherCount
    this.#settings = settings
    this.#shared = new Float64Array(size * size)
    this.#matrix = new Float64Array(size * size)
    this.#residual = new Float64Array(size)
    this.#direction = new Float64Array(size)
    this.#product = new Float64Array(size)
    const everyOther = Uint32Array.from({ length: otherCount }, (_, other) => other)
    addOuterProducts(this.#shared, others, size, everyOther, new Float32Array(otherCount).fill(1))
    for (let cell = 0; cell < this.#shared.length; cell++) this.#shared[cell]! *= settings.unobservedWeight
    for (let row = 0; row < size; row++) {
      for (let column = row + 1; column < size; column++) this.#shared[row * size + column] = this.#shared[column * size + row]!
    }
  }

  /** The Cholesky factor of the row's normal equations: weighted Y'Y over the observed, the shared part, the regularisation. Overwritten by the next call. */
  factor(observed: Uint32Array, weights: Float32Array): Float64Array {
    const size = this.#settings.dimensions
    this.#matrix.set(this.#shared)
    addOuterProducts(this.#matrix, this.#others, size, observed, weights)
    const ridge = this.#ridge(observed.length)
    for (let row = 0; row < size; row++) this.#matrix[row * size + row]! += ridge
    factoriseSmall(this.#matrix, size)
    return this.#matrix
  }

  /** Replaces a vector by the best one. Conjugate gradient starts from what it holds. */
  solve(observed: Uint32Array, weights: Float32Array, vector: Float64Array): void {
    if (this.#settings.solver === 'cholesky') {
      this.#sum(observed, weights, vector)
      solveSmall(this.factor(observed, weights), vector.length, vector)
    } else this.#descend(observed, weights, vector)
  }

  #ridge(observed: number): number {
    const { regularisation, unobservedWeight, scaling } = this.#settings
    return regularisation * (observed + unobservedWeight * this.#otherCount) ** scaling
  }

  #sum(observed: Uint32Array, weights: Float32Array, into: Float64Array): void {
    into.fill(0)
    for (let place = 0; place < observed.length; place++) {
      const at = observed[place]! * into.length
      for (let k = 0; k < into.length; k++) into[k]! += weights[place]! * this.#others[at + k]!
    }
  }

  /** The normal equations times a vector, without making their matrix. */
  #apply(observed: Uint32Array, weights: Float32Array, vector: Float64Array, into: Float64Array): void {
    const size = vector.length
    const ridge = this.#ridge(observed.length)
    for (let row = 0; row < size; row++) into[row] = ridge * vector[row]! + dotAt(this.#shared, row * size, vector)
    for (let place = 0; place < observed.length; place++) {
      const at = observed[place]! * size
      const score = weights[place]! * dotAt(this.#others, at, vector)
      for (let k = 0; k < size; k++) into[k]! += score * this.#others[at + k]!
    }
  }

  #descend(observed: Uint32Array, weights: Float32Array, vector: Float64Array): void {
    const [residual, direction, product] = [this.#residual, this.#direction, this.#product]
    this.#sum(observed, weights, residual)
    this.#apply(observed, weights, vector, product)
    for (let k = 0; k < vector.length; k++) residual[k]! -= product[k]!
    direction.set(residual)
    let error = dotAt(residual, 0, residual)
    for (let step = 0; step < STEPS && error > 1e-20; step++) {
      this.#apply(observed, weights, direction, product)
      const length = error / dotAt(direction, 0, product)
      for (let k = 0; k < vector.length; k++) {
        vector[k]! += length * direction[k]!
        residual[k]! -= length * product[k]!
      }
      const next = dotAt(residual, 0, residual)
      for (let k = 0; k < vector.length; k++) direction[k] = residual[k]! + (next / error) * direction[k]!
      error = next
    }
  }
}
