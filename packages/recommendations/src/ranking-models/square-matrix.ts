/** Rows and columns that are worked on together. */
export const BLOCK = 64

/**
 * A square matrix of doubles in rows, padded to whole blocks. What lies beyond `size` is the unit matrix, which no factorisation or inverse mixes with the rest.
 */
export interface SquareMatrix {
  readonly size: number
  /** Length of a stored row. */
  readonly width: number
  readonly cells: Float64Array
}

export function zeroMatrix(size: number): SquareMatrix {
  const width = Math.max(BLOCK, Math.ceil(size / BLOCK) * BLOCK)
  const cells = new Float64Array(width * width)
  for (let row = size; row < width; row++) cells[row * width + row] = 1
  return { size, width, cells }
}
