import * as wasm from './instructions.js'
import { webAssembly, type Memory } from './web-assembly.js'

/** Bytes of one step of the inner loop: four accumulators of four 32-bit numbers. */
export const STEP_BYTES = 64
const FOUR_BYTES = 16

const { get, set, tee, type } = wasm
// Parameters, then locals, by number.
const [row, end, allowed, query, out, rowBytes, at, rowEnd, queryAt] = [0, 1, 2, 3, 4, 5, 6, 7, 8]
const sums = [9, 10, 11, 12]

const advance = (local: number, bytes: number): wasm.Code => [...get(local), ...wasm.int(bytes), ...wasm.addInts, ...set(local)]

const addProducts = sums.flatMap((sum, index) => {
  const product = [...get(at), ...wasm.loadFour(index * FOUR_BYTES), ...get(queryAt), ...wasm.loadFour(index * FOUR_BYTES), ...wasm.multiplyFours]
  return [...get(sum), ...product, ...wasm.addFours, ...set(sum)]
})
const productOfRow = [
  [...get(row), ...set(at), ...get(row), ...get(rowBytes), ...wasm.addInts, ...set(rowEnd), ...get(query), ...set(queryAt)],
  ...sums.map((sum) => [...wasm.fourZeros, ...set(sum)]),
  wasm.repeatWhile(addProducts, advance(queryAt, STEP_BYTES), advance(at, STEP_BYTES), get(at), get(rowEnd), wasm.isLess),
  [...get(sums[0]!), ...get(sums[1]!), ...wasm.addFours, ...get(sums[2]!), ...get(sums[3]!), ...wasm.addFours, ...wasm.addFours, ...set(sums[0]!)],
  ...[0, 1, 2, 3].map((index) => [...get(sums[0]!), ...wasm.lane(index)]),
  [...wasm.addFloats, ...wasm.addFloats, ...wasm.addFloats],
]
const everyRow = wasm.repeatWhile(
  get(out),
  [...get(allowed), ...wasm.loadByte],
  wasm.choose(type.f32, productOfRow, [wasm.float(Number.NEGATIVE_INFINITY)]),
  wasm.storeFloat,
  advance(allowed, 1),
  advance(out, 4),
  [...get(row), ...get(rowBytes), ...wasm.addInts, ...tee(row), ...get(end), ...wasm.isLess],
)
const parameters = Array.from({ length: 6 }, () => type.i32)
const module = new webAssembly.Module(
  wasm.assemble(
    'products',
    parameters,
    [
      [3, type.i32],
      [sums.length, type.v128],
    ],
    everyRow,
  ),
)

/**
 * Products of one vector with many, sixteen numbers at a time. It is WebAssembly, put together here, because JavaScript has no vector instructions; this is what it does:
 *
 *     for (; row < end; row += rowBytes, allowed += 1, out += 4)
 *       float[out] = byte[allowed] === 0 ? -Infinity : the sum of float[row + k] * float[query + k]
 *
 * A row that is not allowed is not even read. All places are bytes from the start of the memory; rows have a multiple of `STEP_BYTES`, and there is at least one.
 */
export type Products = (row: number, end: number, allowed: number, query: number, out: number, rowBytes: number) => void

export function openProducts(memory: Memory): Products {
  return new webAssembly.Instance(module, { host: { memory } }).exports['products'] as Products
}
