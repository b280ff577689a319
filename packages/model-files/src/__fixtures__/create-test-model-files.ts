import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openModelFiles, type ModelFile, type ModelFiles, type ModelFilesOptions, type ModelFileSource } from '../index.js'

/** 300 kB that begin as GGUF does and are different everywhere. */
export const content = Buffer.concat([Buffer.from('GGUF\x03\0\0\0'), createHash('shake256', { outputLength: 300_000 }).update('tiny').digest()])

export const tiny: ModelFile = {
  id: 'tiny',
  family: 'llama',
  file: 'tiny.gguf',
  licence: 'MIT',
  size: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
  contextSize: 512,
  sources: [],
}

export interface TestModelFiles extends AsyncDisposable {
  readonly directory: string
  readonly files: ModelFiles
}

/** Model files in a directory of their own, with one entry that has these sources. */
export async function createTestModelFiles(sources: readonly ModelFileSource[], options: Partial<ModelFilesOptions> = {}): Promise<TestModelFiles> {
  const directory = await mkdtemp(join(tmpdir(), 'model-files-'))
  const files = openModelFiles({
    directory,
    fetch,
    now: () => 0,
    manifest: [{ ...tiny, sources }],
    baseDirectory: directory,
    python: null,
    idleTimeoutMs: 10_000,
    retryDelayMs: 1,
    ...options,
  })
  return { directory, files, [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }) }
}
