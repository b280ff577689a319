import { ImportFormatError } from '../import-report.js'
import { readBytes, TruncatedFileError, type ReadOptions } from './read-bytes.js'

/** What stands for bytes that are no valid text: rows that hold it are rejected. */
export const UNREADABLE = '\uFFFD'

/** The text of a file in pieces: UTF-8, or UTF-16 where a byte order mark says so; a gzip file is unpacked. @throws as readBytes does */
export async function* readText(file: string, options: ReadOptions): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  for await (const chunk of readBytes(file, options)) {
    decoder ??= new TextDecoder(encodingOf(chunk))
    yield decoder.decode(chunk, { stream: true })
  }
  yield decoder?.decode() ?? ''
}

function encodingOf(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

export interface WholeText {
  readonly text: string
  /** Why it is not all there; null: it is. */
  readonly brokenOff: string | null
}

/** The whole text of a file that is small enough to be held, or what came before it broke off. @throws ImportFormatError it is longer */
export async function readWholeText(file: string, options: ReadOptions & { readonly mostCharacters: number }): Promise<WholeText> {
  const pieces: string[] = []
  let length = 0
  try {
    for await (const piece of readText(file, options)) {
      pieces.push(piece)
      length += piece.length
      if (length > options.mostCharacters) throw new ImportFormatError(`${file}: longer than ${options.mostCharacters} characters`)
    }
  } catch (error) {
    if (!(error instanceof TruncatedFileError)) throw error
    return { text: pieces.join(''), brokenOff: error.message }
  }
  return { text: pieces.join(''), brokenOff: null }
}
