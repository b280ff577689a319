import type { ImportReport } from '@linernotes/catalog'

const problemLimit = 1000

/** Counts what becomes of the rows of an import. Problems are listed up to a limit, counts are exact. */
export class ImportTally {
  read = 0
  imported = 0
  duplicates = 0
  unmatched = 0
  rejected = 0
  readonly #problems: ImportReport['problems'][number][] = []

  reject(line: number | null, field: string | null, message: string): void {
    this.rejected++
    if (this.#problems.length < problemLimit) this.#problems.push({ line, field, message })
  }

  report(format: string): ImportReport {
    const { read, imported, duplicates, unmatched, rejected } = this
    return { format, read, imported, duplicates, unmatched, rejected, problems: [...this.#problems] }
  }
}
