/** The product of a vector with as many numbers of an array, from a place on; two sums, so that the additions need not wait for each other. */
export function dotAt(array: Float32Array | Float64Array, at: number, vector: Float64Array): number {
  let even = 0
  let odd = 0
  let k = 0
  for (; k + 1 < vector.length; k += 2) {
    even += array[at + k]! * vector[k]!
    odd += array[at + k + 1]! * vector[k + 1]!
  }
  if (k < vector.length) even += array[at + k]! * vector[k]!
  return even + odd
}
