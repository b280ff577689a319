import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyTemplate } from '../testing/template.js'

export interface Directory extends AsyncDisposable {
  readonly path: string
}

export async function createDirectory(): Promise<Directory> {
  const path = await mkdtemp(join(tmpdir(), 'ln-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

/** A data directory whose database is there already: the first create costs seconds. */
export async function createDatabaseDirectory(): Promise<Directory> {
  const directory = await createDirectory()
  await copyTemplate(join(directory.path, 'pgdata'))
  return directory
}
