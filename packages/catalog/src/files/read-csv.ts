import { Readable } from 'node:stream'
import { parse, type CsvError } from 'csv-parse'
import { readText } from './read-text.js'
import { TruncatedFileError, type ReadOptions } from './read-bytes.js'

export type CsvRow =
  | { readonly line: number; readonly record: Readonly<Record<string, string>> }
  /** A row that cannot be read. */
  | { readonly line: number | null; readonly problem: string }

/** The rows of a CSV file with a header (RFC 4180). A row that cannot be read does not stop the ones after it. */
export async function* readCsv(file: string, options: ReadOptions): AsyncGenerator<CsvRow> {
  const skipped: CsvRow[] = []
  const parser = parse({
    bom: true,
    columns: true,
    info: true,
    relax_column_count: false,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: 1_000_000,
  })
  parser.on(
    'skip',
    (error: CsvError | undefined) =>
      void skipped.push({ line: typeof error?.['lines'] === 'number' ? error['lines'] : null, problem: error?.message ?? 'cannot be read' }),
  )
  const text = Readable.from(readText(file, options))
  text.on('error', (error) => parser.destroy(error))
  try {
    for await (const { record, info } of text.pipe(parser) as AsyncIterable<{ record: Record<string, string>; info: { lines: number } }>) {
      yield* skipped.splice(0)
      yield { line: info.lines, record }
    }
    yield* skipped.splice(0)
  } catch (error) {
    options.signal.throwIfAborted()
    if (error instanceof TruncatedFileError) yield { line: null, problem: error.message }
    else if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')) yield { line: null, problem: error.message }
    else throw error
  }
}
