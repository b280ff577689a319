import { stat } from 'node:fs/promises'
import type { ImportContext } from '../import-report.js'
import { fileError } from './file-error.js'

/** Progress over several files, in bytes. Call with the file and how much of it has been read. @throws ImportFormatError a file is not there */
export async function openFileProgress(context: ImportContext, files: readonly string[]): Promise<(file: string) => (bytes: number) => void> {
  const sizes = new Map(await Promise.all(files.map(async (file) => [file, await sizeOf(file)] as const)))
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  const done = new Map<string, number>()
  return (file) => (bytes) => {
    done.set(file, Math.max(bytes, done.get(file) ?? 0))
    context.progress?.({ done: [...done.values()].reduce((sum, size) => sum + size, 0), total, unit: 'bytes' })
  }
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size
  } catch (error) {
    throw fileError(file, error)
  }
}
