/** The product of two rows of a matrix (where they begin) over some columns; four sums, so that the additions need not wait for each other. */
export function dotRows(cells: Float64Array, first: number, second: number, from: number, to: number): number {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let k = from
  for (; k + 3 < to; k += 4) {
    a += cells[first + k]! * cells[second + k]!
    b += cells[first + k + 1]! * cells[second + k + 1]!
    c += cells[first + k + 2]! * cells[second + k + 2]!
    d += cells[first + k + 3]! * cells[second + k + 3]!
  }
  for (; k < to; k++) a += cells[first + k]! * cells[second + k]!
  return a + b + (c + d)
}
