export type ModelStoreErrorCode =
  | 'UNKNOWN_VERSION' // there is no file of that version
  | 'DAMAGED' // the file is not what was written
  | 'DIRECTORY_NOT_WRITABLE'
  | 'NOTHING_TO_TRAIN_FROM'

/** Why a trained model could not be made, kept or opened; the message names the place and the remedy. */
export class ModelStoreError extends Error {
  override readonly name = 'ModelStoreError'
  readonly code: ModelStoreErrorCode

  constructor(code: ModelStoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** What a file system says when it will not take what is written to it. */
const closed = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EISDIR', 'ENOSPC', 'EDQUOT', 'EFBIG'])

/** Gives a failed write its code and remedy; anything else is returned as it came. */
export function writeFailure(error: unknown, place: string): unknown {
  const code = codeOf(error)
  if (!closed.has(code)) return error
  const message = `Cannot write ${place} (${code}). Free some disk space, make it writable, or set LINERNOTES_DATA_DIR to another directory; the model in force stays.`
  return new ModelStoreError('DIRECTORY_NOT_WRITABLE', message, { cause: error })
}

export const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT'

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')
