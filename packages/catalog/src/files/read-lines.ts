import { readText } from './read-text.js'
import type { ReadOptions } from './read-bytes.js'

export interface Line {
  /** From 1. */
  readonly number: number
  readonly text: string
}

/** A line that never ends is no line. */
const LONGEST_LINE = 20_000_000

/** The lines of a text file that are not blank. A line past the limit is cut there, so that its parser rejects it. */
export async function* readLines(file: string, options: ReadOptions): AsyncGenerator<Line> {
  let rest = ''
  let number = 0
  let overlong = false
  for await (const piece of readText(file, options)) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const text of lines) {
      number++
      if (overlong) overlong = false
      else if (text.trim() !== '') yield { number, text: text.endsWith('\r') ? text.slice(0, -1) : text }
    }
    if (rest.length > LONGEST_LINE) {
      if (!overlong) yield { number: number + 1, text: rest }
      overlong = true
      rest = ''
    }
  }
  if (!overlong && rest.trim() !== '') yield { number: number + 1, text: rest }
}
