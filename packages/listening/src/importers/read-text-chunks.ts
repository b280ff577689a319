import { ImportFormatError } from '@linernotes/catalog'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createGunzip, gunzipSync, constants } from 'node:zlib'

const openingLength = 65_536

/** The file ended before what it holds did: what came before is good. */
export class TruncatedFileError extends Error {
  override readonly name = 'TruncatedFileError'
}

/** The first 64 KiB of a file as text. @throws ImportFormatError where there is no file, or nothing in it */
export async function readOpening(file: string): Promise<string> {
  const bytes = await readOpeningBytes(file)
  const plain = isGzip(bytes) ? unpack(file, bytes) : bytes
  const text = decoderFor(plain).decode(plain, { stream: true })
  if (text.trim() === '') throw new ImportFormatError(`${file}: the file is empty`)
  return text
}

function unpack(file: string, bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH })
  } catch (cause) {
    throw new ImportFormatError(`${file}: the compressed data are damaged`, { cause })
  }
}

async function readOpeningBytes(file: string): Promise<Uint8Array> {
  try {
    await using handle = await open(file)
    const { buffer, bytesRead } = await handle.read(new Uint8Array(openingLength), 0, openingLength, 0)
    return buffer.subarray(0, bytesRead)
  } catch (cause) {
    throw new ImportFormatError(`${file}: cannot be read (${cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown error'})`, { cause })
  }
}

interface ReadOptions {
  readonly signal: AbortSignal
  /** How many bytes of the file, as it lies there, have been read so far. */
  readonly onBytes?: (bytes: number) => void
}

/** The text of a file, UTF-8 or UTF-16, gzipped or not, a piece at a time. Bytes that are no text become U+FFFD. @throws TruncatedFileError */
export async function* readTextChunks(file: string, { signal, onBytes }: ReadOptions): AsyncGenerator<string> {
  const bytes = createReadStream(file, { signal })
  const opening = await readOpeningBytes(file)
  const plain = isGzip(opening) ? bytes.pipe(createGunzip()) : bytes
  // A pipe does not carry errors.
  if (plain !== bytes) bytes.on('error', (error) => plain.destroy(error))
  let decoder: TextDecoder | null = null
  try {
    for await (const chunk of plain as AsyncIterable<Uint8Array>) {
      decoder ??= decoderFor(chunk)
      onBytes?.(bytes.bytesRead)
      yield decoder.decode(chunk, { stream: true })
    }
    yield decoder?.decode() ?? ''
  } catch (cause) {
    signal.throwIfAborted()
    if (cause instanceof Error && 'code' in cause && (cause.code === 'Z_BUF_ERROR' || cause.code === 'Z_DATA_ERROR'))
      throw new TruncatedFileError(`${file}: the compressed data are truncated or damaged`, { cause })
    throw cause
  } finally {
    bytes.destroy()
  }
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

function decoderFor(bytes: Uint8Array): TextDecoder {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be')
  return new TextDecoder('utf-8')
}
