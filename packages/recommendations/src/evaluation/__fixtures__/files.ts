import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TableSource } from '../reading/read-table.js'

export interface Files extends AsyncDisposable {
  readonly directory: string
  /** Writes a file; `text` may be bytes. */
  readonly write: (name: string, text: string | Uint8Array) => Promise<TableSource>
}

export async function temporaryFiles(): Promise<Files> {
  const directory = await mkdtemp(path.join(tmpdir(), 'ln-evaluation-'))
  return {
    directory,
    write: async (name, text) => {
      await writeFile(path.join(directory, name), text)
      return { name, path: path.join(directory, name) }
    },
    [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }),
  }
}
