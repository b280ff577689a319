import { TruncatedFileError } from '../../files/read-bytes.js'
import { readLines } from '../../files/read-lines.js'
import type { ReadOptions } from '../../files/read-bytes.js'

export type Ws2Document =
  | { readonly line: number; readonly value: unknown }
  /** A document that cannot be read. */
  | { readonly line: number | null; readonly problem: string }

/** Longer than any response of the web service. */
const MOST_CHARACTERS = 100_000_000

/** The JSON documents of a file: one response, or one entity a line, as in MusicBrainz's JSON dumps. */
export async function* readDocuments(file: string, options: ReadOptions): AsyncGenerator<Ws2Document> {
  let whole = ''
  let inLines = false
  try {
    for await (const { number, text } of readLines(file, options)) {
      const value = whole === '' ? parse(text) : undefined
      if (value !== undefined) {
        inLines = true
        yield { line: number, value }
      } else if (inLines) yield { line: number, problem: 'not valid JSON' }
      else if (whole.length < MOST_CHARACTERS) whole += `${text}\n`
    }
  } catch (error) {
    if (!(error instanceof TruncatedFileError)) throw error
    yield { line: null, problem: error.message }
    if (inLines) return
  }
  if (whole === '') return
  const value = parse(whole)
  yield value === undefined && /^\s*\{/.test(whole) ? { line: 1, problem: 'not valid JSON: the file breaks off or is damaged' } : { line: 1, value }
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
