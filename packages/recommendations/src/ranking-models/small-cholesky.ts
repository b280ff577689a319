import { dotRows } from './dot-rows.js'

/** The Cholesky factor of a small symmetric positive definite matrix (rows of `size`), in place of its lower triangle. */
export function factoriseSmall(matrix: Float64Array, size: number): void {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      const rest = matrix[row * size + column]! - dotRows(matrix, row * size, column * size, 0, column)
      matrix[row * size + column] = row === column ? Math.sqrt(rest) : rest / matrix[column * size + column]!
    }
  }
}

/** Solves L L' x = b for a factor of `factoriseSmall`; x takes the place of b. */
export function solveSmall(factor: Float64Array, size: number, vector: Float64Array): void {
  for (let row = 0; row < size; row++) {
    let rest = vector[row]!
    for (let k = 0; k < row; k++) rest -= factor[row * size + k]! * vector[k]!
    vector[row] = rest / factor[row * size + row]!
  }
  for (let row = size - 1; row >= 0; row--) {
    const value = vector[row]! / factor[row * size + row]!
    vector[row] = value
    for (let k = 0; k < row; k++) vector[k]! -= factor[row * size + k]! * value
  }
}
