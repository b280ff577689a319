import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import type { Source } from './evidence.js'

export interface ImportProblem {
  /** From 1; null: it concerns the whole file. */
  readonly line: number | null
  readonly field: string | null
  readonly message: string
}

/** What became of the rows of an import. Counts are exact, problems are the first thousand. */
export interface ImportReport {
  readonly format: string
  readonly read: number
  readonly imported: number
  readonly duplicates: number
  readonly unmatched: number
  readonly rejected: number
  readonly problems: readonly ImportProblem[]
}

export interface ImportContext {
  readonly db: Kysely<Database>
  readonly now: () => number
  readonly signal: AbortSignal
  readonly progress?: (event: { readonly done: number; readonly total: number | null; readonly unit: 'bytes' | 'rows' }) => void
}

export interface ImportOptions {
  /** External id of the listener whose history it is. */
  readonly listener?: string
  readonly source?: Partial<Source>
  /** Id or guid of the episode that a transcript belongs to. */
  readonly episode?: string
}

/** Takes the good rows over and reports the others; the same files twice change nothing. */
export type Importer = (context: ImportContext, files: readonly string[], options: ImportOptions) => Promise<ImportReport>

/** The file is not of the format: one clear line. */
export class ImportFormatError extends Error {
  override readonly name = 'ImportFormatError'
}
