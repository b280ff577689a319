import { mkdir, open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { lockFile } from './file-lock.js'
import { ModelFileError, SourceError, writeFailure } from './model-file-error.js'
import type { ModelFileSource, PullProgress } from './model-file.js'
import { describeSource, obtainSource, type ObtainContext } from './obtain-source.js'
import { removePartialFile } from './partial-file.js'
import { hashFile } from './verify-file.js'

export interface PullOptions {
  readonly signal: AbortSignal
  readonly onProgress?: (progress: PullProgress) => void
  /** Tried before those of the manifest: a mirror, a file on a stick. */
  readonly sources?: readonly ModelFileSource[]
}

export interface PulledModelFile {
  readonly path: string
  /** It was there already; nothing was fetched. */
  readonly alreadyThere: boolean
  /** In words; null where it was there already. */
  readonly source: string | null
}

interface PullContext extends PullOptions, Omit<ObtainContext, 'path' | 'onProgress' | 'signal'> {
  readonly directory: string
  readonly now: () => number
  /** Path of the verified file, null if it is not there. */
  readonly find: () => Promise<string | null>
}

/** Fetches one file of the manifest from the first source that has it. An unverified file never gets its name. */
export async function pullModelFile(context: PullContext): Promise<PulledModelFile> {
  const { file, directory, signal, find } = context
  signal.throwIfAborted()
  const found = await find()
  if (found !== null) return { path: found, alreadyThere: true, source: null }
  const path = join(directory, file.file)
  await mkdir(directory, { recursive: true }).catch((error: unknown) => Promise.reject(writeFailure(error, directory)))
  const report = createReporter(context)
  const lock = await lockFile(`${path}.lock`, { signal, onWait: () => report('another process', { phase: 'waiting', done: 0, total: file.size }) })
  try {
    const meanwhile = await find()
    return meanwhile === null ? await pullFromSources(context, path, report) : { path: meanwhile, alreadyThere: true, source: null }
  } finally {
    await lock[Symbol.asyncDispose]()
  }
}

async function pullFromSources(context: PullContext, path: string, report: Report): Promise<PulledModelFile> {
  const { file, signal } = context
  const failures: Error[] = []
  for (const source of [...(context.sources ?? []), ...file.sources]) {
    const name = describeSource(source)
    try {
      await fetchVerified(source, { ...context, path: `${path}.part`, onProgress: (progress) => report(name, progress) })
      await publish(`${path}.part`, path)
      return { path, alreadyThere: false, source: name }
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof SourceError) && !isNetworkFailure(error)) throw error
      failures.push(new SourceError(`${name}: ${error.message}`, { cause: error }))
    }
  }
  throw new ModelFileError(
    'NO_SOURCE',
    `No source gave ${file.id}: ${failures.map(({ message }) => message).join('; ')}. Check the network and try again, or put the file at ${path} yourself (sha256 ${file.sha256}).`,
    new AggregateError(failures),
  )
}

type Report = (source: string, progress: Omit<PullProgress, 'id' | 'source'>) => void

/** At most ten events a second, but every phase's first and last. */
function createReporter({ file, now, onProgress }: PullContext): Report {
  let phase = ''
  let reportedAt = -Infinity
  return (source, progress) => {
    if (progress.phase === phase && progress.done !== progress.total && now() - reportedAt < 100) return
    phase = progress.phase
    reportedAt = now()
    onProgress?.({ ...progress, id: file.id, source })
  }
}

/** What went on from an older part and turned out wrong gets one more try from zero: the part may have been damaged. */
async function fetchVerified(source: ModelFileSource, context: ObtainContext): Promise<void> {
  for (let firstTry = true; ; firstTry = false) {
    let started = false
    let resumed = false
    await obtainSource(source, {
      ...context,
      onProgress: (progress) => {
        resumed ||= progress.phase === 'downloading' && progress.done > 0 && !started
        started = true
        context.onProgress(progress)
      },
    })
    const { size, sha256 } = context.file
    const sum = await hashFile(context.path, { signal: context.signal, onProgress: (done) => context.onProgress({ phase: 'verifying', done, total: size }) })
    if (sum === sha256) return
    await removePartialFile(context.path)
    if (!firstTry || !resumed) throw new SourceError(`is another file (sha256 ${sum}, ${sha256} was expected)`)
  }
}

async function publish(part: string, path: string): Promise<void> {
  try {
    await rename(part, path)
    await Promise.all([removePartialFile(part), removePartialFile(`${part}.whl`)])
    await using directory = await open(dirname(path))
    await directory.sync()
  } catch (error) {
    throw writeFailure(error, path)
  }
}

function isNetworkFailure(error: unknown): error is Error {
  return error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError')
}
