import type { ImportProblem, ImportReport } from './import-report.js'

const PROBLEM_LIMIT = 1_000

/** Counts what becomes of the rows of an import. Problems are listed up to a limit, counts are exact. */
export class ImportTally {
  read = 0
  imported = 0
  duplicates = 0
  unmatched = 0
  rejected = 0
  readonly #problems: ImportProblem[] = []

  /** A row that is not taken over. */
  reject(line: number | null, field: string | null, message: string): void {
    this.rejected++
    this.note(line, field, message)
  }

  /** Something to know about a row that is taken over, or about the file. */
  note(line: number | null, field: string | null, message: string): void {
    if (this.#problems.length < PROBLEM_LIMIT) this.#problems.push({ line, field, message })
  }

  report(format: string): ImportReport {
    const { read, imported, duplicates, unmatched, rejected } = this
    return { format, read, imported, duplicates, unmatched, rejected, problems: [...this.#problems] }
  }
}
