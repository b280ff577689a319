import { describe, expect, it } from 'vitest'
import { seededChance } from '../seeded-chance.js'
import { quietly } from '../__fixtures__/small-taste.js'
import { invertSymmetric, NotPositiveDefiniteError } from './invert-symmetric.js'
import { zeroMatrix, type SquareMatrix } from './square-matrix.js'
import { WorkPace } from './work-pace.js'

/** R R' + I for a random R: symmetric and positive definite. */
function randomMatrix(size: number): SquareMatrix {
  const { random } = seededChance(size)
  const factor = Array.from({ length: size }, () => Array.from({ length: size }, () => random() - 0.5))
  const matrix = zeroMatrix(size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      matrix.cells[row * matrix.width + column] = factor[row]!.reduce((sum, value, k) => sum + value * factor[column]![k]!, row === column ? 1 : 0)
    }
  }
  return matrix
}

describe('invertSymmetric', () => {
  // Below, at and above whole blocks of 64, and with columns between the first and the last block.
  it.each([1, 3, 63, 64, 65, 130, 200])('gives the inverse of a matrix of %i rows', async (size) => {
    const original = randomMatrix(size)
    const inverse = { ...original, cells: original.cells.slice() }
    await invertSymmetric(inverse, new WorkPace(quietly))
    let worst = 0
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) {
        let sum = 0
        for (let k = 0; k < size; k++) sum += original.cells[row * original.width + k]! * inverse.cells[k * original.width + column]!
        worst = Math.max(worst, Math.abs(sum - (row === column ? 1 : 0)))
      }
    }
    expect(worst).toBeLessThan(1e-11)
  })

  it('names the row at which a matrix has no factor', async () => {
    const matrix = randomMatrix(70)
    matrix.cells[66 * matrix.width + 66] = -1
    await expect(invertSymmetric(matrix, new WorkPace(quietly))).rejects.toThrow(NotPositiveDefiniteError)
    await expect(invertSymmetric({ ...randomMatrix(2), cells: new Float64Array(64 * 64).fill(Number.NaN) }, new WorkPace(quietly))).rejects.toThrow('row 0')
  })
})
