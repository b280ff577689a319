import { constants } from 'node:fs'
import { open, readFile, rm, writeFile, type FileHandle } from 'node:fs/promises'
import { writeFailure } from './model-file-error.js'

/**
 * An unfinished download at `path`, with its origin beside it (`path`.json). Written at explicit positions: a stream in append mode
 * may flush late, after the failed attempt, and corrupt what the next one writes.
 */
export class PartialFile implements AsyncDisposable {
  readonly #path: string
  readonly #handle: FileHandle
  #length: number
  #etag: string | null

  private constructor(path: string, handle: FileHandle, length: number, etag: string | null) {
    this.#path = path
    this.#handle = handle
    this.#length = length
    this.#etag = etag
  }

  /** Goes on with what is there if it came from the same `url`, else starts empty. */
  static async open(path: string, url: string): Promise<PartialFile> {
    try {
      const origin = await readOrigin(path)
      const handle = await open(path, constants.O_RDWR | constants.O_CREAT)
      const partial = new PartialFile(path, handle, (await handle.stat()).size, origin?.etag ?? null)
      if (origin?.url !== url) await partial.restart(url, null)
      return partial
    } catch (error) {
      throw writeFailure(error, path)
    }
  }

  get length(): number {
    return this.#length
  }

  /** Strong validator of the bytes so far; null is unknown. */
  get etag(): string | null {
    return this.#etag
  }

  async restart(url: string, etag: string | null): Promise<void> {
    await this.#write(async () => {
      if (this.#length > 0) await this.#handle.truncate(0)
      await writeFile(`${this.#path}.json`, JSON.stringify({ url, etag }))
    })
    this.#length = 0
    this.#etag = etag
  }

  async append(bytes: Uint8Array): Promise<void> {
    await this.#write(async () => {
      for (let written = 0; written < bytes.length;) {
        const { bytesWritten } = await this.#handle.write(bytes, written, bytes.length - written, this.#length)
        written += bytesWritten
        this.#length += bytesWritten
      }
    })
  }

  /** On the disk, not just in the system's memory. */
  async sync(): Promise<void> {
    await this.#write(() => this.#handle.sync())
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#handle.close()
    if (this.#length === 0) await removePartialFile(this.#path)
  }

  async #write(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      throw writeFailure(error, this.#path)
    }
  }
}

/** Removes the bytes and their origin. */
export async function removePartialFile(path: string): Promise<void> {
  await Promise.all([rm(path, { force: true }), rm(`${path}.json`, { force: true })])
}

async function readOrigin(path: string): Promise<{ url: string; etag: string | null } | null> {
  try {
    const value: unknown = JSON.parse(await readFile(`${path}.json`, 'utf8'))
    if (typeof value !== 'object' || value === null || !('url' in value) || typeof value.url !== 'string') return null
    return { url: value.url, etag: 'etag' in value && typeof value.etag === 'string' ? value.etag : null }
  } catch {
    return null
  }
}
