/** Adds weight x y y' to a lower triangle (rows of `size`) for the named rows of an array of vectors: four at a time, to load and store each cell less often. */
export function addOuterProducts(triangle: Float64Array, vectors: Float64Array, size: number, named: Uint32Array, weights: Float32Array): void {
  let place = 0
  for (; place + 3 < named.length; place += 4) addFour(triangle, vectors, size, named, weights, place)
  for (; place < named.length; place++) addOne(triangle, vectors, size, named[place]! * size, weights[place]!)
}

function addFour(triangle: Float64Array, vectors: Float64Array, size: number, named: Uint32Array, weights: Float32Array, place: number): void {
  const first = named[place]! * size
  const second = named[place + 1]! * size
  const third = named[place + 2]! * size
  const fourth = named[place + 3]! * size
  for (let row = 0; row < size; row++) {
    const a = weights[place]! * vectors[first + row]!
    const b = weights[place + 1]! * vectors[second + row]!
    const c = weights[place + 2]! * vectors[third + row]!
    const d = weights[place + 3]! * vectors[fourth + row]!
    const cells = row * size
    for (let column = 0; column <= row; column++) {
      triangle[cells + column]! += a * vectors[first + column]! + b * vectors[second + column]! + (c * vectors[third + column]! + d * vectors[fourth + column]!)
    }
  }
}

function addOne(triangle: Float64Array, vectors: Float64Array, size: number, at: number, weight: number): void {
  for (let row = 0; row < size; row++) {
    const value = weight * vectors[at + row]!
    for (let column = 0; column <= row; column++) triangle[row * size + column]! += value * vectors[at + column]!
  }
}
