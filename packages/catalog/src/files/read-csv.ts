import { CsvSplitter, type CsvProblem, type CsvRecord } from './csv-splitter.js'
import { readText } from './read-text.js'
import { TruncatedFileError, type ReadOptions } from './read-bytes.js'

export type CsvRow =
  | { readonly line: number; readonly record: Readonly<Record<string, string>> }
  /** A row that cannot be read; line null: the file breaks off. */
  | { readonly line: number | null; readonly problem: string }

/** The names of the columns; empty: the first line cannot be read. */
export async function readCsvHeader(file: string, options: ReadOptions): Promise<readonly string[]> {
  for await (const first of readRecords(file, options)) return 'fields' in first ? first.fields.map((name) => name.trim()) : []
  return []
}

/** The rows of a CSV file with a header (RFC 4180). A row that cannot be read does not stop the ones after it. */
export async function* readCsv(file: string, options: ReadOptions): AsyncGenerator<CsvRow> {
  let header: readonly string[] | null = null
  try {
    for await (const read of readRecords(file, options)) {
      if (!('fields' in read)) yield read
      else if (header === null) header = read.fields.map((name) => name.trim())
      else yield { line: read.line, record: Object.fromEntries(header.map((name, column) => [name, read.fields[column] ?? ''])) }
    }
  } catch (error) {
    if (!(error instanceof TruncatedFileError)) throw error
    yield { line: null, problem: error.message }
  }
}

async function* readRecords(file: string, options: ReadOptions): AsyncGenerator<CsvRecord | CsvProblem> {
  const splitter = new CsvSplitter()
  for await (const piece of readText(file, options)) yield* splitter.add(piece)
  yield* splitter.end()
}
