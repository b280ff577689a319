type Numbers = Uint32Array<ArrayBuffer> | Float32Array<ArrayBuffer>

/** A column of numbers whose length is not known beforehand: four bytes a number, also while it grows. */
export class GrowingColumn<Column extends Numbers> {
  readonly #create: (length: number) => Column
  #numbers: Column
  #length = 0

  constructor(create: (length: number) => Column) {
    this.#create = create
    this.#numbers = create(1024)
  }

  push(value: number): void {
    if (this.#length === this.#numbers.length) {
      const longer = this.#create(this.#length * 2)
      longer.set(this.#numbers)
      this.#numbers = longer
    }
    this.#numbers[this.#length++] = value
  }

  /** What was pushed so far. */
  take(): Column {
    return this.#numbers.slice(0, this.#length) as Column
  }
}

export const growingIntegers = (): GrowingColumn<Uint32Array<ArrayBuffer>> => new GrowingColumn((length) => new Uint32Array(length))
export const growingFloats = (): GrowingColumn<Float32Array<ArrayBuffer>> => new GrowingColumn((length) => new Float32Array(length))
