import { CompiledQuery, Kysely, PostgresDialect, sql, type DatabaseConnection } from 'kysely'
import { Pool } from 'pg'
import { columnParser } from '../column-parsers.js'
import type { Database } from '../database.js'
import { explainUnreachable } from './explain-unreachable.js'

const connectMs = 10_000
const statementMs = 120_000
const idleInTransactionMs = 60_000
const connections = 10

/** Opens a PostgreSQL server and checks that it answers. Throws DatabaseError DATABASE_UNREACHABLE, which never holds the password. */
export async function openServed(url: string): Promise<Kysely<Database>> {
  const db = createServed(url)
  try {
    await sql`select 1`.execute(db)
    return db
  } catch (error) {
    await db.destroy()
    throw explainUnreachable(url, error)
  }
}

function createServed(url: string): Kysely<Database> {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: createPool(url), onCreateConnection: useUtc }) })
}

/** Dates are cut into days and months in UTC on every connection, whatever the server's own time zone is. */
async function useUtc(connection: DatabaseConnection): Promise<void> {
  await connection.executeQuery(CompiledQuery.raw(`set timezone to 'UTC'`))
}

function createPool(url: string): Pool {
  try {
    const pool = new Pool({
      connectionString: url,
      application_name: 'linernotes',
      max: connections,
      connectionTimeoutMillis: connectMs,
      statement_timeout: statementMs,
      idle_in_transaction_session_timeout: idleInTransactionMs,
      types: { getTypeParser: columnParser },
    })
    // A server that goes away while nobody asks is no news; the next statement connects again or says why not.
    return pool.on('error', () => {})
  } catch (error) {
    throw explainUnreachable(url, error)
  }
}
