import { open, stat } from 'node:fs/promises'
import { readText } from '@linernotes/catalog'
import type { ProblemList } from './problem-list.js'

/** What a decoder puts in the place of bytes that are no text. */
const UNREADABLE = '\uFFFD'

export interface TableSource {
  /** As messages name it. */
  readonly name: string
  /** Where it lies. */
  readonly path: string
}

export interface TableOptions {
  readonly signal: AbortSignal
  readonly problems: ProblemList
  readonly onProgress?: (event: { readonly done: number; readonly total: number; readonly unit: 'bytes' }) => void
}

/** How the lines of a table are to be taken. */
export interface TableReader {
  /** What the header may look like: one list of column names for each layout, e.g. ['user', 'item', 'weight']. */
  readonly layouts: readonly (readonly string[])[]
  /** A first line whose fields pass here is no header but a row. */
  readonly looksLikeRow: (fields: readonly string[]) => boolean
  /** A line with as many fields as its layout has columns. */
  readonly row: (fields: readonly string[], line: number, layout: number) => void
}

/**
 * Reads a file of lines with tab-separated fields, a header first; gzip is unpacked. Memory does not grow with the file.
 * A byte order mark, CRLF and a missing header are noted and do no harm; lines with another number of fields are rejected.
 * @throws ImportFormatError there is no such file
 */
export async function readTable(source: TableSource, reader: TableReader, options: TableOptions): Promise<void> {
  const { name, path } = source
  const { problems, signal, onProgress } = options
  const { size } = await stat(path).catch(() => ({ size: -1 }))
  if (size === 0) return problems.note({ file: name, line: null, field: null, message: 'the file is empty' })
  if (await beginsWithMark(path)) problems.note({ file: name, line: 1, field: null, message: 'begins with a byte order mark; it is left out' })
  const lines = new LineTaker(name, reader, problems)
  let rest = ''
  const onBytes = (done: number): void => onProgress?.({ done, total: size, unit: 'bytes' })
  for await (const piece of readText(path, { signal, onBytes })) {
    const parts = (rest + piece).split('\n')
    rest = parts.pop() ?? ''
    for (const part of parts) lines.take(part)
  }
  if (rest !== '') lines.take(rest)
  lines.end()
}

const LONE_RETURNS = 'holds CR without LF: lines end with LF or CR LF, not with CR alone'

class LineTaker {
  readonly #name: string
  readonly #reader: TableReader
  readonly #problems: ProblemList
  #line = 0
  #layout = -1
  #firstReturn = 0
  #returns = 0

  constructor(name: string, reader: TableReader, problems: ProblemList) {
    this.#name = name
    this.#reader = reader
    this.#problems = problems
  }

  take(raw: string): void {
    this.#line++
    if (/\r./.test(raw)) return this.#problems.reject({ file: this.#name, line: this.#line, field: null, message: LONE_RETURNS })
    const text = raw.endsWith('\r') ? this.#withoutReturn(raw) : raw
    if (text === '') return this.#problems.reject({ file: this.#name, line: this.#line, field: null, message: 'is empty' })
    if (text.includes(UNREADABLE)) return this.#problems.reject({ file: this.#name, line: this.#line, field: null, message: 'is not valid UTF-8' })
    const fields = text.split('\t')
    if (this.#layout < 0 && !this.#isFirstRow(fields)) return
    const columns = this.#reader.layouts[this.#layout]!.length
    if (fields.length === columns) return this.#reader.row(fields, this.#line, this.#layout)
    this.#problems.reject({ file: this.#name, line: this.#line, field: null, message: `expected ${columns} fields with tabs between, found ${fields.length}` })
  }

  end(): void {
    if (this.#returns === 0) return
    const message = `ends with CR LF, as do ${this.#returns - 1} lines after it; the CR is left out`
    this.#problems.note({ file: this.#name, line: this.#firstReturn, field: null, message })
  }

  #withoutReturn(raw: string): string {
    this.#returns++
    this.#firstReturn ||= this.#line
    return raw.slice(0, -1)
  }

  /** Settles the layout. A header is no row; a row in its place is. */
  #isFirstRow(fields: readonly string[]): boolean {
    const { layouts, looksLikeRow } = this.#reader
    const found = layouts.findIndex((columns) => columns.length === fields.length)
    const expected = `expected a header: ${layouts.map((columns) => columns.join(', ')).join('; or ')}, with tabs between`
    this.#layout = Math.max(0, found)
    if (found < 0)
      this.#problems.note({
        file: this.#name,
        line: this.#line,
        field: null,
        message: `${expected}; found ${fields.length} ${fields.length === 1 ? 'field' : 'fields'}`,
      })
    else if (looksLikeRow(fields)) this.#problems.note({ file: this.#name, line: this.#line, field: null, message: `${expected}; the line is taken as a row` })
    else return false
    return found >= 0
  }
}

/** The first id that says nothing; null: all say something. */
export function emptyOf(ids: Readonly<Record<string, string | undefined>>): string | null {
  return Object.keys(ids).find((column) => (ids[column] ?? '').trim() === '') ?? null
}

async function beginsWithMark(path: string): Promise<boolean> {
  const file = await open(path).catch(() => null)
  if (file === null) return false
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(3), 0, 3, 0)
    const start = buffer.subarray(0, bytesRead).toString('hex')
    return start === 'efbbbf' || start.startsWith('fffe') || start.startsWith('feff')
  } catch {
    // A folder, for one: readText says so.
    return false
  } finally {
    await file.close()
  }
}
