import { readText } from './read-text.js'
import type { ReadOptions } from './read-bytes.js'

export interface Line {
  /** From 1. */
  readonly number: number
  readonly text: string
  /** Why it is no line to be read; its text is the beginning only. */
  readonly problem?: string
}

/** A line that never ends is no line. */
const LONGEST_LINE = 20_000_000
const BEGINNING = 1_000

/** The lines of a text file that are not blank. */
export async function* readLines(file: string, options: ReadOptions): AsyncGenerator<Line> {
  const line = new PendingLine()
  for await (const piece of readText(file, options)) {
    let start = 0
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', start)) {
      line.add(piece.slice(start, end))
      const whole = line.take()
      if (whole !== null) yield whole
      start = end + 1
    }
    line.add(piece.slice(start))
  }
  const last = line.take()
  if (last !== null) yield last
}

/** A line as it grows; what is past the limit is not kept. */
class PendingLine {
  #parts: string[] = []
  #length = 0
  #number = 0

  add(text: string): void {
    this.#length += text.length
    if (this.#length <= LONGEST_LINE && text !== '') this.#parts.push(text)
  }

  take(): Line | null {
    const text = this.#parts.join('').replace(/\r$/, '')
    const isTooLong = this.#length > LONGEST_LINE
    this.#parts = []
    this.#length = 0
    const number = ++this.#number
    if (isTooLong) return { number, text: text.slice(0, BEGINNING), problem: `longer than ${LONGEST_LINE} characters` }
    return text.trim() === '' ? null : { number, text }
  }
}
