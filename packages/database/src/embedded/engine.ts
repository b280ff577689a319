/** A statement as PostgreSQL reads it: every parameter in its text form. */
export interface Statement {
  readonly sql: string
  readonly parameters: readonly (string | null)[]
}

interface Field {
  readonly name: string
  readonly typeId: number
}

export interface StatementResult {
  readonly command: string
  readonly rowCount: number
  readonly fields: readonly Field[]
  /** Column values in PostgreSQL's text form. */
  readonly rows: readonly (readonly (string | null)[])[]
}

/** What PostgreSQL says about a refused statement: message, code (SQLSTATE), detail, constraint, ... */
export type StatementFailure = Readonly<Record<string, string>>

export interface StatementOutcome {
  readonly result: StatementResult | null
  readonly failure: StatementFailure | null
  /** Whether the connection is inside a transaction after the statement. */
  readonly inTransaction: boolean
}

/** One PostgreSQL connection. One statement at a time; rejects only when the database itself is gone. */
export interface Engine {
  execute(statement: Statement): Promise<StatementOutcome>
  close(): Promise<void>
}

/** A client's turn at an engine. Statements of one session run in order; closing rolls an open transaction back. */
export interface Session {
  execute(statement: Statement): Promise<StatementOutcome>
  close(): void
}
