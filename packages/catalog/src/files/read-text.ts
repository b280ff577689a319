import { readBytes, type ReadOptions } from './read-bytes.js'

/** What stands for bytes that are no valid text: rows that hold it are rejected. */
export const UNREADABLE = '\uFFFD'

/** The text of a file in pieces: UTF-8, or UTF-16 where a byte order mark says so. */
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

/** The whole text of a file that is small enough to be held. */
export async function readWholeText(file: string, options: ReadOptions & { readonly mostCharacters: number }): Promise<string> {
  let text = ''
  for await (const piece of readText(file, options)) {
    text += piece
    if (text.length > options.mostCharacters) throw new RangeError(`${file}: longer than ${options.mostCharacters} characters`)
  }
  return text
}
