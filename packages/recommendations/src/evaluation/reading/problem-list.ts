/** A row of a file that is not as it should be, or something to know about the file. */
export interface RowProblem {
  /** As it was named on the command line. */
  readonly file: string
  /** From 1; null: it concerns the whole file. */
  readonly line: number | null
  /** Column, or null where it concerns the whole line. */
  readonly field: string | null
  readonly message: string
}

const LISTED_AT_MOST = 10_000

/** What is wrong with the files. Problems are listed up to a limit; the counts are exact. */
export class ProblemList {
  /** Rows that were left out. */
  rejected = 0
  /** All problems, also those that left no row out. */
  count = 0
  readonly #listed: RowProblem[] = []

  get listed(): readonly RowProblem[] {
    return this.#listed
  }

  /** A row that is left out. */
  reject(problem: RowProblem): void {
    this.rejected++
    this.note(problem)
  }

  /** Something to know about a row that is used, or about the file. */
  note(problem: RowProblem): void {
    this.count++
    if (this.#listed.length < LISTED_AT_MOST) this.#listed.push(problem)
  }
}
