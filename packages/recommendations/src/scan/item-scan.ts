import { BestFew, type ScoredItem } from './best-few.js'
import { openProducts, STEP_BYTES, type Products } from './product-kernel.js'
import { webAssembly, type Memory } from './web-assembly.js'

/** Finds the best items for a vector. An index for catalogues past some millions of items could stand behind the same interface. */
export interface ItemScan {
  readonly itemCount: number
  readonly dimensions: number
  /** What it holds in memory, the factors that were handed over included. */
  readonly bytes: number
  /**
   * The `count` items with the highest product with `query` of those that are allowed (1 by item number), highest first, ties to the lower number: exactly those,
   * with exactly those scores, that products in double precision give.
   */
  best(query: Float64Array, allowed: Uint8Array, count: number): readonly ScoredItem[]
}

const PAGE = 65_536
const FLOAT = 4
/** So many items between two looks at what was found: their scores stay in the cache. */
const BLOCK = 4_096
/** Largest relative error of rounding to single precision. */
const ROUNDING = 2 ** -24

/**
 * A scan over vectors in memory. It reads single precision in one pass, leaving out what is not allowed, and takes every item that rounding may have kept from its place
 * through the exact product: nothing is approximated.
 * @param factors items x dimensions, by rows; kept, not copied
 */
export function openItemScan(factors: Float32Array | Float64Array, dimensions: number): ItemScan {
  const itemCount = factors.length / dimensions
  const rowBytes = Math.ceil((dimensions * FLOAT) / STEP_BYTES) * STEP_BYTES
  const place = layOut(itemCount, rowBytes)
  const memory = new webAssembly.Memory({ initial: Math.ceil(place.total / PAGE) })
  const longest = copyRows(factors, dimensions, new Float32Array(memory.buffer, place.rows), rowBytes / FLOAT)
  return new MemoryScan(factors, dimensions, itemCount, rowBytes, place, memory, longest)
}

interface Layout {
  readonly query: number
  readonly allowed: number
  readonly scores: number
  readonly rows: number
  readonly total: number
}

const aligned = (bytes: number): number => Math.ceil(bytes / STEP_BYTES) * STEP_BYTES

function layOut(itemCount: number, rowBytes: number): Layout {
  const allowed = rowBytes
  const scores = allowed + aligned(itemCount)
  const rows = scores + aligned(itemCount * FLOAT)
  return { query: 0, allowed, scores, rows, total: rows + itemCount * rowBytes }
}

/** Returns the length of the longest row. */
function copyRows(factors: Float32Array | Float64Array, dimensions: number, into: Float32Array, width: number): number {
  let longest = 0
  for (let from = 0, to = 0; from < factors.length; from += dimensions, to += width) {
    let squares = 0
    for (let k = 0; k < dimensions; k++) {
      const value = factors[from + k]!
      into[to + k] = value
      squares += value * value
    }
    longest = Math.max(longest, squares)
  }
  return Math.sqrt(longest)
}

class MemoryScan implements ItemScan {
  readonly itemCount: number
  readonly dimensions: number
  readonly bytes: number
  readonly #factors: Float32Array | Float64Array
  readonly #rowBytes: number
  readonly #place: Layout
  readonly #query: Float32Array
  readonly #allowed: Uint8Array
  readonly #scores: Float32Array
  readonly #products: Products
  readonly #longest: number

  constructor(factors: Float32Array | Float64Array, dimensions: number, itemCount: number, rowBytes: number, place: Layout, memory: Memory, longest: number) {
    this.#factors = factors
    this.dimensions = dimensions
    this.itemCount = itemCount
    this.#rowBytes = rowBytes
    this.#place = place
    this.#query = new Float32Array(memory.buffer, place.query, rowBytes / FLOAT)
    this.#allowed = new Uint8Array(memory.buffer, place.allowed, itemCount)
    this.#scores = new Float32Array(memory.buffer, place.scores, itemCount)
    this.#products = openProducts(memory)
    this.#longest = longest
    this.bytes = factors.byteLength + memory.buffer.byteLength
  }

  best(query: Float64Array, allowed: Uint8Array, count: number): readonly ScoredItem[] {
    if (allowed.length !== this.itemCount || query.length !== this.dimensions)
      throw new RangeError('The scan was asked with a vector or a filter of another length.')
    this.#query.set(query)
    this.#allowed.set(allowed)
    const nearly = new BestFew(count)
    for (let start = 0; start < this.itemCount; start += BLOCK) {
      const end = Math.min(this.itemCount, start + BLOCK)
      this.#multiply(start, end)
      for (let item = start, floor = nearly.floor; item < end; item++) {
        if (this.#scores[item]! <= floor || allowed[item] === 0) continue
        nearly.offer(item, this.#scores[item]!)
        floor = nearly.floor
      }
    }
    return this.#exactly(query, allowed, count, nearly.floor)
  }

  #multiply(start: number, end: number): void {
    const { rows, allowed, query, scores } = this.#place
    this.#products(rows + start * this.#rowBytes, rows + end * this.#rowBytes, allowed + start, query, scores + start * FLOAT, this.#rowBytes)
  }

  /** The best of all whose single-precision score may hide one above the floor (bound of Higham, "Accuracy and stability of numerical algorithms", section 3.1). */
  #exactly(query: Float64Array, allowed: Uint8Array, count: number, floor: number): readonly ScoredItem[] {
    const length = Math.sqrt(query.reduce((sum, value) => sum + value * value, 0))
    const error = 1.01 * (this.dimensions + 4) * ROUNDING * length * this.#longest
    const best = new BestFew(count)
    for (let item = 0; item < this.itemCount; item++) {
      if (this.#scores[item]! < floor - 2 * error || allowed[item] === 0) continue
      best.offer(item, this.#product(query, item))
    }
    return best.toSorted()
  }

  #product(query: Float64Array, item: number): number {
    const row = item * this.dimensions
    let sum = 0
    for (let k = 0; k < query.length; k++) sum += this.#factors[row + k]! * query[k]!
    return sum
  }
}
