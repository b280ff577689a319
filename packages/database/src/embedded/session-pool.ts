import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import { DatabaseError as StatementError } from 'pg'
import { columnParser } from '../column-parsers.js'
import type { Session, StatementFailure, StatementOutcome, StatementResult } from './engine.js'
import { parameterText } from './parameter-text.js'

/** Lets Kysely's PostgresDialect speak to sessions of the embedded database as it speaks to a pool of `pg`. */
export function createSessionPool(openSession: () => Session, end: () => Promise<void>): PostgresPool {
  return { connect: async () => new SessionClient(openSession()), end, options: {} }
}

class SessionClient implements PostgresPoolClient {
  readonly #session: Session

  constructor(session: Session) {
    this.#session = session
  }

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  query<R>(sql: string | PostgresCursor<R>, parameters: readonly unknown[] = []): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof sql !== 'string') throw new TypeError('The embedded database does not stream rows.')
    return this.#session.execute({ sql, parameters: parameters.map(parameterText) }).then(readOutcome<R>)
  }

  release(): void {
    this.#session.close()
  }
}

function readOutcome<R>({ result, failure }: StatementOutcome): PostgresQueryResult<R> {
  if (result === null) throw createStatementError(failure ?? {})
  return { command: result.command as PostgresQueryResult<R>['command'], rowCount: result.rowCount, rows: readRows(result) as R[] }
}

function readRows({ fields, rows }: StatementResult): object[] {
  const columns = fields.map((field) => ({ name: field.name, parse: columnParser(field.typeId) }))
  return rows.map((row) => {
    const read: Record<string, unknown> = {}
    for (const [index, { name, parse }] of columns.entries()) {
      const text = row[index] ?? null
      read[name] = text === null ? null : parse(text)
    }
    return read
  })
}

function createStatementError(failure: StatementFailure): Error {
  const message = failure['message'] ?? 'The statement failed'
  return Object.assign(new StatementError(message, message.length, 'error'), failure)
}
