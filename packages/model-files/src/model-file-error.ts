export type ModelFileErrorCode =
  | 'UNKNOWN_MODEL' // no such id in the manifest
  | 'DISK_FULL'
  | 'DIRECTORY_NOT_WRITABLE'
  | 'NO_SOURCE' // every source failed; `cause` is an AggregateError with one error per source

/** Why a model file could not be had; the message names the place and the remedy. */
export class ModelFileError extends Error {
  override readonly name = 'ModelFileError'
  readonly code: ModelFileErrorCode

  constructor(code: ModelFileErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
  }
}

/** This source does not have the file; the next one may. */
export class SourceError extends Error {
  override readonly name = 'SourceError'
}

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
const closed = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'EISDIR'])

/** Gives a failed write at `path` its code and remedy; anything else is returned as it came. */
export function writeFailure(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (full.has(code))
    return new ModelFileError(
      'DISK_FULL',
      `No room for ${path}. Free some disk space, or set LINERNOTES_MODELS_DIR to a roomier disk; the next pull goes on where this one stopped.`,
      error,
    )
  if (closed.has(code))
    return new ModelFileError(
      'DIRECTORY_NOT_WRITABLE',
      `Cannot write ${path} (${code}). Make the directory writable, or set LINERNOTES_MODELS_DIR to one that is.`,
      error,
    )
  return error
}
