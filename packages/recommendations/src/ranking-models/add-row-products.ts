/** A block of a matrix and the columns that are summed over; every bound but the last sum column is a multiple of 4. */
export interface ProductBlock {
  readonly rowStart: number
  readonly rowEnd: number
  readonly columnStart: number
  readonly columnEnd: number
  readonly sumStart: number
  readonly sumEnd: number
}

/** Summed columns per pass: four rows and four columns of them stay in the first cache. */
const PASS = 256

/**
 * matrix[r, c] += sign x sum over k of matrix[r, k] x matrix[c, k], for a block of r and c: the one kernel of the dense algebra here. Sixteen sums
 * stay in registers (Goto and van de Geijn, "Anatomy of high-performance matrix multiplication", 2008).
 */
export function addRowProducts(matrix: Float64Array, width: number, block: ProductBlock, sign: 1 | -1): void {
  for (let from = block.sumStart; from < block.sumEnd; from += PASS) {
    const to = Math.min(block.sumEnd, from + PASS)
    for (let column = block.columnStart; column < block.columnEnd; column += 4) {
      for (let row = block.rowStart; row < block.rowEnd; row += 4) addTile(matrix, width, row, column, from, to, sign)
    }
  }
}

function addTile(matrix: Float64Array, width: number, row: number, column: number, from: number, to: number, sign: number): void {
  const a0 = row * width
  const a1 = a0 + width
  const a2 = a1 + width
  const a3 = a2 + width
  const b0 = column * width
  const b1 = b0 + width
  const b2 = b1 + width
  const b3 = b2 + width
  let s00 = 0,
    s01 = 0,
    s02 = 0,
    s03 = 0,
    s10 = 0,
    s11 = 0,
    s12 = 0,
    s13 = 0
  let s20 = 0,
    s21 = 0,
    s22 = 0,
    s23 = 0,
    s30 = 0,
    s31 = 0,
    s32 = 0,
    s33 = 0
  for (let k = from; k < to; k++) {
    const x0 = matrix[a0 + k]!,
      x1 = matrix[a1 + k]!,
      x2 = matrix[a2 + k]!,
      x3 = matrix[a3 + k]!
    const y0 = matrix[b0 + k]!,
      y1 = matrix[b1 + k]!,
      y2 = matrix[b2 + k]!,
      y3 = matrix[b3 + k]!
    s00 += x0 * y0
    s01 += x0 * y1
    s02 += x0 * y2
    s03 += x0 * y3
    s10 += x1 * y0
    s11 += x1 * y1
    s12 += x1 * y2
    s13 += x1 * y3
    s20 += x2 * y0
    s21 += x2 * y1
    s22 += x2 * y2
    s23 += x2 * y3
    s30 += x3 * y0
    s31 += x3 * y1
    s32 += x3 * y2
    s33 += x3 * y3
  }
  addFour(matrix, a0 + column, sign, s00, s01, s02, s03)
  addFour(matrix, a1 + column, sign, s10, s11, s12, s13)
  addFour(matrix, a2 + column, sign, s20, s21, s22, s23)
  addFour(matrix, a3 + column, sign, s30, s31, s32, s33)
}

function addFour(matrix: Float64Array, place: number, sign: number, a: number, b: number, c: number, d: number): void {
  matrix[place] = matrix[place]! + sign * a
  matrix[place + 1] = matrix[place + 1]! + sign * b
  matrix[place + 2] = matrix[place + 2]! + sign * c
  matrix[place + 3] = matrix[place + 3]! + sign * d
}
