import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** A draft that is older was left by a process that died. */
const staleMs = 3_600_000

interface PruneOptions {
  readonly directory: string
  readonly limitBytes: number
  readonly kept: string
  /** Milliseconds since 1970, as files are dated. */
  readonly now: number
}

/** Removes what was used longest ago until all states together fit, and drafts that nobody finishes; never `kept`. */
export async function pruneFiles({ directory, limitBytes, kept, now }: PruneOptions): Promise<void> {
  const names = await readdir(directory)
  const files = await Promise.all(
    names
      .filter((name) => name.endsWith('.state') || name.endsWith('.draft'))
      .map(async (name) => {
        const file = path.join(directory, name)
        const found = await stat(file).catch(() => null)
        return { file, bytes: found?.size ?? 0, usedAt: found?.mtimeMs ?? 0 }
      }),
  )
  const stale = files.filter(({ file, usedAt }) => file.endsWith('.draft') && now - usedAt > staleMs)
  const states = files
    .filter(({ file }) => file.endsWith('.state'))
    .toSorted((a, b) => Number(b.file === kept) - Number(a.file === kept) || b.usedAt - a.usedAt)
  let bytes = 0
  const over = states.filter((state) => (bytes += state.bytes) > limitBytes)
  await Promise.all([...stale, ...over].flatMap(({ file }) => [file, `${file}.sha256`].map((each) => rm(each, { force: true }))))
}
