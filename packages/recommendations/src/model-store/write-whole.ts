import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { writeFailure } from './model-store-error.js'

/** What an unfinished file is called; whoever finds an old one may delete it. */
export const PART = '.part'
/** Between two such pieces other work gets its turn. */
const PIECE_BYTES = 1 << 20

/**
 * Writes a file whole or not at all: under another name first, then to the disk, then by one rename. Whoever is killed at any moment leaves what was there before.
 * @param nameOf the name of the file, once the sha256 of the pieces is known
 * @param note what stands behind the pieces, and is not in that sum
 * @returns name and size of the file
 */
export async function writeWhole(
  directory: string,
  pieces: Iterable<Uint8Array>,
  nameOf: (sha256: string) => string,
  signal: AbortSignal,
  note: Uint8Array = new Uint8Array(0),
): Promise<{ readonly name: string; readonly bytes: number }> {
  const part = path.join(directory, `${randomUUID()}${PART}`)
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 })
    const hash = createHash('sha256')
    let bytes = 0
    {
      await using file = await open(part, 'wx', 0o600)
      for (const piece of pieces) {
        for (let start = 0; start < piece.length; start += PIECE_BYTES) {
          signal.throwIfAborted()
          const some = piece.subarray(start, start + PIECE_BYTES)
          hash.update(some)
          await file.writeFile(some)
          bytes += some.length
        }
      }
      await file.writeFile(note)
      bytes += note.length
      await file.sync()
    }
    signal.throwIfAborted()
    const name = nameOf(hash.digest('hex'))
    await rename(part, path.join(directory, name))
    await syncDirectory(directory)
    return { name, bytes }
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    throw writeFailure(error, directory)
  }
}

/** The rename itself reaches the disk; some systems know no such thing for directories. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory).catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
