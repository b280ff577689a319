/** Adds y y' to a lower triangle (rows of `size`) for the named rows of an array of vectors: four at a time, to load and store each cell less often. */
export function addOuterProducts(triangle: Float64Array, vectors: Float64Array, size: number, named: Uint32Array): void {
  let place = 0
  for (; place + 3 < named.length; place += 4)
    addFour(triangle, vectors, size, named[place]! * size, named[place + 1]! * size, named[place + 2]! * size, named[place + 3]! * size)
  for (; place < named.length; place++) addOne(triangle, vectors, size, named[place]! * size)
}

function addFour(triangle: Float64Array, vectors: Float64Array, size: number, first: number, second: number, third: number, fourth: number): void {
  for (let row = 0; row < size; row++) {
    const a = vectors[first + row]!
    const b = vectors[second + row]!
    const c = vectors[third + row]!
    const d = vectors[fourth + row]!
    const cells = row * size
    for (let column = 0; column <= row; column++) {
      triangle[cells + column]! += a * vectors[first + column]! + b * vectors[second + column]! + (c * vectors[third + column]! + d * vectors[fourth + column]!)
    }
  }
}

function addOne(triangle: Float64Array, vectors: Float64Array, size: number, at: number): void {
  for (let row = 0; row < size; row++) {
    const value = vectors[at + row]!
    for (let column = 0; column <= row; column++) triangle[row * size + column]! += value * vectors[at + column]!
  }
}
