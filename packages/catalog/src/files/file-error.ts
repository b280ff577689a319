import { ImportFormatError } from '../import-report.js'

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'this is a directory, not a file',
  EACCES: 'it may not be read (permissions)',
  EPERM: 'it may not be read (permissions)',
}

/** One clear line about a file that the system does not give; any other error as it is. */
export function fileError(file: string, error: unknown): unknown {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return error
  const code = String(error.code)
  return new ImportFormatError(`${file}: ${reasons[code] ?? `it cannot be read (${code})`}`, { cause: error })
}
