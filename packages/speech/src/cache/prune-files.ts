import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** What a killed process left behind; what is being written is younger. */
const PART_MS = 600_000

/** Takes away what was not used for longest until the rest fits, but never `except`; and parts that nobody finishes any more. Answers how many bytes are left. */
export async function pruneFiles(directory: string, mostBytes: number, now: number, except: string): Promise<number> {
  const texts = new Map<string, { bytes: number; usedAt: number; readonly files: string[] }>()
  for (const name of await readdir(directory)) {
    const file = path.join(directory, name)
    const found = await stat(file).catch(() => null)
    if (found === null) continue
    if (name.endsWith('.part')) {
      if (now - found.mtimeMs > PART_MS) await rm(file, { force: true })
      continue
    }
    const id = name.split('.', 1)[0] ?? name
    const text = texts.get(id) ?? { bytes: 0, usedAt: 0, files: [] }
    text.bytes += found.size
    // The record is touched at each use.
    if (name.endsWith('.json')) text.usedAt = found.mtimeMs
    text.files.push(file)
    texts.set(id, text)
  }
  let bytes = [...texts.values()].reduce((sum, text) => sum + text.bytes, 0)
  for (const [id, text] of [...texts].toSorted((a, b) => a[1].usedAt - b[1].usedAt)) {
    if (bytes <= mostBytes) break
    if (id === except) continue
    // The record first: without it the others are not found any more.
    for (const file of text.files.toSorted((a, b) => Number(b.endsWith('.json')) - Number(a.endsWith('.json')))) await rm(file, { force: true })
    bytes -= text.bytes
  }
  return bytes
}
