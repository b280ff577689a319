import { median } from '../median.js'
import { cpuOf } from './cpu.js'

const SIZE = 384
const ROUNDS = 5

/** Gigaflops a second of a plain product of two matrices in JavaScript, in double precision on one thread: what this machine gives without any art. */
export function measureRate(): number {
  const a = Float64Array.from({ length: SIZE * SIZE }, (_, index) => (index % 7) - 3)
  const b = Float64Array.from({ length: SIZE * SIZE }, (_, index) => (index % 5) - 2)
  const product = new Float64Array(SIZE * SIZE)
  multiply(a, b, product)
  const seconds = Array.from({ length: ROUNDS }, () => cpuOf(() => multiply(a, b, product)) / 1000)
  return (2 * SIZE ** 3) / median(seconds) / 1e9
}

function multiply(a: Float64Array, b: Float64Array, product: Float64Array): void {
  product.fill(0)
  for (let row = 0; row < SIZE; row++) {
    for (let inner = 0; inner < SIZE; inner++) {
      const factor = a[row * SIZE + inner]!
      for (let column = 0; column < SIZE; column++) product[row * SIZE + column]! += factor * b[inner * SIZE + column]!
    }
  }
}
