export type DatabaseErrorCode = 'DATA_DIRECTORY_LOCKED' | 'DATA_DIRECTORY_UNUSABLE' | 'DATABASE_UNREACHABLE' | 'MIGRATION_FAILED'

/** An outage of the database as such; a failed statement is the driver's own error with its SQLSTATE. The message is one line and names the remedy. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly code: DatabaseErrorCode

  constructor(code: DatabaseErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
  }
}
