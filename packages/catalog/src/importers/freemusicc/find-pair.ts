import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { fileError } from '../../files/file-error.js'
import { readCsvHeader } from '../../files/read-csv.js'
import { ImportFormatError } from '../../import-report.js'
import { releaseRow, trackRow } from './freemusicc-rows.js'

export interface PairFile {
  readonly file: string
  readonly kind: 'releases' | 'tracks'
}

/** The files, releases first, for tracks need theirs; a directory stands for the pair in it. @throws ImportFormatError one is not of the format */
export async function findPair(files: readonly string[], signal: AbortSignal): Promise<PairFile[]> {
  const all = new Set((await Promise.all(files.map(expand))).flat())
  const pair = await Promise.all([...all].map(async (file): Promise<PairFile> => ({ file, kind: await kindOf(file, signal) })))
  return pair.toSorted((a, b) => a.kind.localeCompare(b.kind))
}

async function expand(file: string): Promise<string[]> {
  try {
    if (!(await stat(file)).isDirectory()) return [file]
    const names = (await readdir(file)).filter((name) => /^(releases|tracks)\.csv(\.gz)?$/.test(name))
    if (names.length > 0) return names.map((name) => path.join(file, name))
  } catch (error) {
    throw fileError(file, error)
  }
  throw new ImportFormatError(`${file}: neither releases.csv nor tracks.csv is in this directory`)
}

async function kindOf(file: string, signal: AbortSignal): Promise<PairFile['kind']> {
  const header = await readCsvHeader(file, { signal })
  const lacks = (row: { readonly shape: object }): boolean => Object.keys(row.shape).some((column) => !header.includes(column))
  if (!lacks(releaseRow)) return 'releases'
  if (!lacks(trackRow)) return 'tracks'
  throw new ImportFormatError(
    `${file}: not a releases.csv or tracks.csv of freemusi.cc-database (expected columns ${Object.keys(releaseRow.shape).join(', ')} or ${Object.keys(trackRow.shape).join(', ')})`,
  )
}
