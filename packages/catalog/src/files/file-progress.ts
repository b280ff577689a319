import { stat } from 'node:fs/promises'
import type { ImportContext } from '../import-report.js'

/** Progress over several files, in bytes. Call with the file and how much of it has been read. */
export async function openFileProgress(context: ImportContext, files: readonly string[]): Promise<(file: string) => (bytes: number) => void> {
  const sizes = new Map(await Promise.all(files.map(async (file) => [file, (await stat(file)).size] as const)))
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  const done = new Map<string, number>()
  return (file) => (bytes) => {
    done.set(file, bytes)
    context.progress?.({ done: [...done.values()].reduce((sum, size) => sum + size, 0), total, unit: 'bytes' })
  }
}
