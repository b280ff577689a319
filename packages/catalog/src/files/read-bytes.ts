import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'

/** A file that broke off: what came before it is good. */
export class TruncatedFileError extends Error {
  override readonly name = 'TruncatedFileError'
}

export interface ReadOptions {
  readonly signal: AbortSignal
  /** How many bytes of the file (packed, where it is packed) have been read so far. */
  readonly onBytes?: (bytes: number) => void
}

/** The content of a file in pieces; a gzip file is unpacked, whatever its name. A gzip file that breaks off ends in a TruncatedFileError after its last good piece. */
export async function* readBytes(file: string, options: ReadOptions): AsyncGenerator<Buffer> {
  const packed = await isGzip(file)
  const raw = createReadStream(file, { signal: options.signal })
  let bytes = 0
  raw.on('data', (chunk) => options.onBytes?.((bytes += chunk.length)))
  const content = packed ? pipeline(raw, createGunzip(), () => {}) : raw
  try {
    for await (const chunk of content) yield chunk as Buffer
  } catch (error) {
    options.signal.throwIfAborted()
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (packed && code.startsWith('Z_')) throw new TruncatedFileError(`${file}: the gzip data break off or are damaged`, { cause: error })
    throw error
  } finally {
    raw.destroy()
  }
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0)
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await handle.close()
  }
}
