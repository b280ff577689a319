import { addRowProducts } from './add-row-products.js'
import { dotRows } from './dot-rows.js'
import { stateOf } from './checkpoints.js'
import { BLOCK, type SquareMatrix } from './square-matrix.js'
import type { WorkPace } from './work-pace.js'

/** A matrix that has no Cholesky factor: it is not positive definite, or not a number. */
export class NotPositiveDefiniteError extends Error {
  override readonly name = 'NotPositiveDefiniteError'
  constructor(row: number) {
    super(`The matrix has no Cholesky factor: row ${row} depends on the rows before it. Raise the regularisation.`)
  }
}

/**
 * Inverts a symmetric positive definite matrix in its own memory. Only the lower triangle is read; both triangles are written. Blocked Cholesky
 * A = L L', N = L'^-1, A^-1 = N N' (Golub and Van Loan, "Matrix computations", section 4.2); n^3 operations, all but the edges of blocks in one kernel.
 */
export async function invertSymmetric(matrix: SquareMatrix, pace: WorkPace): Promise<void> {
  const { width, cells } = matrix
  const blocks = width / BLOCK
  // Of the factor once it is known, then of what is made of it: one place serves both.
  const diagonal = new Float64Array(width)
  const state = stateOf({ cells, diagonal })
  await pace.steps('inverse', 3 * blocks + 1, state, async (step, within) => {
    const block = (step % blocks) * BLOCK
    if (step < blocks) await factorise(matrix, block, within)
    else if (step < 2 * blocks) await invertFactor(matrix, diagonal, block, within)
    else if (step < 3 * blocks) await multiplyOut(matrix, diagonal, block, within)
    else mirror(matrix, diagonal)
  })
}

/** The Cholesky factor in place of the lower triangle, block column by block column. */
async function factorise({ width, cells }: SquareMatrix, block: number, pace: WorkPace): Promise<void> {
  const end = block + BLOCK
  for (let row = block; row < width; row += BLOCK) {
    addRowProducts(cells, width, { rowStart: row, rowEnd: row + BLOCK, columnStart: block, columnEnd: end, sumStart: 0, sumEnd: block }, -1)
    factoriseEdge(cells, width, row, block)
    await pace.reach((row - block + BLOCK) / (width - block))
  }
}

/** Ends a block of the factor: what rests on columns of its own block column. */
function factoriseEdge(cells: Float64Array, width: number, rowStart: number, block: number): void {
  for (let row = rowStart; row < rowStart + BLOCK; row++) {
    const last = Math.min(row, block + BLOCK - 1)
    for (let column = block; column <= last; column++) {
      const rest = cells[row * width + column]! - dotRows(cells, row * width, column * width, block, column)
      if (column < row) cells[row * width + column] = rest / cells[column * width + column]!
      else if (rest > 0) cells[row * width + row] = Math.sqrt(rest)
      else throw new NotPositiveDefiniteError(row)
    }
  }
}

/** N = L'^-1 into the strict upper triangle; its diagonal goes into an array, for L still stands in the lower one. */
async function invertFactor({ width, cells }: SquareMatrix, diagonal: Float64Array, block: number, pace: WorkPace): Promise<void> {
  if (block === 0) for (let row = 0; row < width; row++) diagonal[row] = 1 / cells[row * width + row]!
  for (let column = block; column < width; column += BLOCK) {
    clearUpper(cells, width, block, column)
    addRowProducts(
      cells,
      width,
      { rowStart: block, rowEnd: block + BLOCK, columnStart: column, columnEnd: column + BLOCK, sumStart: block + BLOCK, sumEnd: column },
      -1,
    )
    for (let row = block; row < block + BLOCK; row++) {
      for (let place = Math.max(column, row + 1); place < column + BLOCK; place++) {
        // The sum over the first block of the row (its upper part alone), then over the block of the column itself.
        let sum = diagonal[row]! * cells[place * width + row]! + dotRows(cells, row * width, place * width, row + 1, Math.min(block + BLOCK, place))
        if (column > block) sum += dotRows(cells, row * width, place * width, column, place)
        cells[row * width + place] = (cells[row * width + place]! - sum) * diagonal[place]!
      }
    }
    await pace.reach((column - block + BLOCK) / (width - block))
  }
}

function clearUpper(cells: Float64Array, width: number, block: number, column: number): void {
  for (let row = block; row < block + BLOCK; row++) cells.fill(0, row * width + Math.max(column, row + 1), row * width + column + BLOCK)
}

/** N N' into the lower triangle. */
async function multiplyOut({ width, cells }: SquareMatrix, diagonal: Float64Array, block: number, pace: WorkPace): Promise<void> {
  for (let column = 0; column <= block; column += BLOCK) {
    for (let row = block; row < block + BLOCK; row++) {
      for (let place = column; place < Math.min(column + BLOCK, row); place++) {
        cells[row * width + place] = diagonal[row]! * cells[place * width + row]! + dotRows(cells, row * width, place * width, row + 1, block + BLOCK)
      }
      if (column === block) diagonal[row] = diagonal[row]! ** 2 + dotRows(cells, row * width, row * width, row + 1, width)
    }
    addRowProducts(
      cells,
      width,
      { rowStart: block, rowEnd: block + BLOCK, columnStart: column, columnEnd: column + BLOCK, sumStart: block + BLOCK, sumEnd: width },
      1,
    )
    await pace.reach((column + BLOCK) / (block + BLOCK))
  }
}

/** The lower triangle into the upper one, and the diagonal into its place. */
function mirror({ width, cells }: SquareMatrix, diagonal: Float64Array): void {
  for (let row = 0; row < width; row++) {
    cells[row * width + row] = diagonal[row]!
    for (let column = 0; column < row; column++) cells[column * width + row] = cells[row * width + column]!
  }
}
