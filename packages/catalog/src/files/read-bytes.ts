import { createReadStream } from 'node:fs'
import { ImportFormatError } from '../import-report.js'
import { fileError } from './file-error.js'
import { unpack } from './unpack.js'

/** A file that broke off: what came before it is good. */
export class TruncatedFileError extends Error {
  override readonly name = 'TruncatedFileError'
}

export interface ReadOptions {
  readonly signal: AbortSignal
  /** How many bytes of the file (packed, where it is packed) have been read so far. */
  readonly onBytes?: (bytes: number) => void
}

/**
 * The content of a file in pieces; a gzip file is unpacked, whatever its name.
 * @throws ImportFormatError there is no such file, or nothing in it; TruncatedFileError after the last good piece of gzip data that break off
 */
export async function* readBytes(file: string, options: ReadOptions): AsyncGenerator<Buffer> {
  options.signal.throwIfAborted()
  const raw = createReadStream(file, { signal: options.signal })
  let isPacked = false
  let isEmpty = true
  try {
    const chunks = count(raw, options)
    const first = await chunks.next()
    isPacked = !first.done && first.value[0] === 0x1f && first.value[1] === 0x8b
    const all = first.done ? chunks : follow(first.value, chunks)
    for await (const piece of isPacked ? unpack(all) : all) {
      isEmpty = false
      yield piece
    }
  } catch (error) {
    options.signal.throwIfAborted()
    if (isPacked && error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
      throw new TruncatedFileError(`${file}: the gzip data break off or are damaged`, { cause: error })
    }
    throw fileError(file, error)
  } finally {
    raw.destroy()
  }
  if (isEmpty) throw new ImportFormatError(`${file}: the file is empty`)
}

async function* count(chunks: AsyncIterable<Buffer>, { signal, onBytes }: ReadOptions): AsyncGenerator<Buffer> {
  let bytes = 0
  for await (const chunk of chunks) {
    signal.throwIfAborted()
    onBytes?.((bytes += chunk.length))
    yield chunk
  }
}

async function* follow(first: Buffer, others: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first
  yield* others
}
