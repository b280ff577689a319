import { createHash } from 'node:crypto'
import { mkdir, open, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Proof {
  readonly size: number
  readonly sha256: string
}

/** sha256 of a file, in lower-case hex. */
export async function hashFile(path: string, { signal, onProgress }: { signal: AbortSignal; onProgress?: (done: number) => void }): Promise<string> {
  await using handle = await open(path)
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(1 << 20)
  for (let done = 0; ; onProgress?.(done)) {
    signal.throwIfAborted()
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, done)
    if (bytesRead === 0) return hash.digest('hex')
    hash.update(buffer.subarray(0, bytesRead))
    done += bytesRead
  }
}

/**
 * Remembers which files are what they should be, by path, size and modification time: in memory, and in `directory` where that can be
 * written. A file is read again only when one of them changed.
 */
export function createVerifier(directory: string): { verify: (path: string, proof: Proof) => Promise<boolean> } {
  const running = new Map<string, Promise<boolean>>()
  const verdicts = new Map<string, boolean>()

  async function check(path: string, proof: Proof): Promise<boolean> {
    const status = await stat(path).catch(() => null)
    if (status === null || !status.isFile() || status.size !== proof.size) return false
    const key = `${path}\n${status.size}\n${status.mtimeMs}\n${proof.sha256}`
    const known = verdicts.get(key) ?? (await isRecorded(directory, path, key))
    if (known !== null) return known
    const verdict = (await hashFile(path, { signal: new AbortController().signal })) === proof.sha256
    verdicts.set(key, verdict)
    if (verdict) await record(directory, path, key)
    return verdict
  }

  return {
    verify(path, proof) {
      const before = running.get(path)
      if (before !== undefined) return before
      const verdict = check(path, proof).finally(() => running.delete(path))
      running.set(path, verdict)
      return verdict
    },
  }
}

/** Only good verdicts are kept. */
async function isRecorded(directory: string, path: string, key: string): Promise<true | null> {
  const content = await readFile(recordPath(directory, path), 'utf8').catch(() => null)
  return content === key ? true : null
}

async function record(directory: string, path: string, key: string): Promise<void> {
  const target = recordPath(directory, path)
  await mkdir(join(directory, '.verified'), { recursive: true })
    .then(() => writeFile(target, key))
    .catch(() => undefined) // a directory that cannot be written costs a second reading, nothing else
}

function recordPath(directory: string, path: string): string {
  return join(directory, '.verified', createHash('sha256').update(path).digest('hex').slice(0, 24))
}
