export interface CsvRecord {
  /** Where it begins, from 1. */
  readonly line: number
  readonly fields: readonly string[]
}
export interface CsvProblem {
  readonly line: number
  readonly problem: string
}

/** A record that never ends is no record. */
const LONGEST_RECORD = 1_000_000

/**
 * Splits CSV (RFC 4180) that comes in pieces. A quote that is not closed, or that something follows, costs its own line and no
 * more: reading goes on at the next line, so that one stray quote cannot swallow the rows after it.
 */
export class CsvSplitter {
  #text = ''
  #at = 0
  #line = 1
  #columns: number | null = null
  /** Within a line that is too long. */
  #isSkipping = false

  add(piece: string): (CsvRecord | CsvProblem)[] {
    this.#text = this.#text.slice(this.#at) + piece
    this.#at = 0
    return this.#split(false)
  }

  end(): (CsvRecord | CsvProblem)[] {
    return this.#split(true)
  }

  #split(isWhole: boolean): (CsvRecord | CsvProblem)[] {
    const all: (CsvRecord | CsvProblem)[] = []
    while (this.#at < this.#text.length) {
      const newline = this.#text.indexOf('\n', this.#at)
      if (newline < 0 && !isWhole) {
        if (this.#text.length - this.#at > LONGEST_RECORD) {
          if (!this.#isSkipping) all.push({ line: this.#line, problem: `longer than ${LONGEST_RECORD} characters` })
          this.#isSkipping = true
          this.#at = this.#text.length
        }
        return all
      }
      const end = newline < 0 ? this.#text.length : newline
      const found = this.#isSkipping ? null : this.#record(end, isWhole)
      if (found === 'incomplete') return all
      if (found !== null) all.push('fields' in found ? { line: this.#line, fields: found.fields } : { line: this.#line, problem: found.problem })
      this.#isSkipping = false
      const isSplit = found !== null && 'fields' in found
      this.#at = (isSplit ? found.end : end) + 1
      this.#line += isSplit ? found.lines : 1
    }
    return all
  }

  /** The record that begins here, whose first line ends at `end`; null: the line is blank. */
  #record(end: number, isWhole: boolean): Split | { readonly problem: string } | 'incomplete' | null {
    const line = this.#text.slice(this.#at, this.#text[end - 1] === '\r' ? end - 1 : end)
    if (line.trim() === '') return null
    const found = line.includes('"') ? splitQuoted(this.#text, this.#at, isWhole) : { fields: line.split(','), end, lines: 1 }
    if (found === 'incomplete') return this.#text.length - this.#at > LONGEST_RECORD ? { problem: 'a quote is not closed' } : found
    if (!('fields' in found)) return found
    this.#columns ??= found.fields.length
    return found.fields.length === this.#columns ? found : { problem: `expected ${this.#columns} columns, found ${found.fields.length}` }
  }
}

interface Split {
  readonly fields: readonly string[]
  /** Where its last line ends. */
  readonly end: number
  readonly lines: number
}

/** A record with quoted fields. A quote within a field that does not begin with one stands for itself. */
function splitQuoted(text: string, start: number, isWhole: boolean): Split | { readonly problem: string } | 'incomplete' {
  const fields: string[] = []
  let at = start
  for (;;) {
    let end: number
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1)
      if (close < 0 || (close + 1 === text.length && !isWhole)) return isWhole ? { problem: 'a quote is not closed' } : 'incomplete'
      fields.push(text.slice(at + 1, close).replaceAll('""', '"'))
      end = text[close + 1] === '\r' && (text[close + 2] === '\n' || close + 2 === text.length) ? close + 2 : close + 1
      if (end === text.length && !isWhole) return 'incomplete'
      if (end < text.length && text[end] !== ',' && text[end] !== '\n') return { problem: 'text follows a closing quote' }
    } else {
      end = fieldEnd(text, at)
      if (end === text.length && !isWhole) return 'incomplete'
      fields.push(text.slice(at, text[end] !== ',' && text[end - 1] === '\r' && end > at ? end - 1 : end))
    }
    if (text[end] !== ',') return { fields, end, lines: countLines(text, start, end) }
    at = end + 1
  }
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}

function fieldEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && text[at] !== ',' && text[at] !== '\n') at++
  return at
}

function countLines(text: string, start: number, end: number): number {
  let lines = 1
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
