import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface TemporaryFiles extends AsyncDisposable {
  /** Writes a file and gives back its path; its folders come with it. */
  write(name: string, content: string | Uint8Array): Promise<string>
}

/** A folder of its own for files that a test imports. */
export async function openTemporaryFiles(): Promise<TemporaryFiles> {
  const directory = await mkdtemp(path.join(tmpdir(), 'linernotes-catalog-'))
  return {
    async write(name, content) {
      const file = path.join(directory, name)
      await mkdir(path.dirname(file), { recursive: true })
      await writeFile(file, content)
      return file
    },
    [Symbol.asyncDispose]: async () => await rm(directory, { recursive: true, force: true }),
  }
}
