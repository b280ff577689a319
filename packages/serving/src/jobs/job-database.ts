import type { Database } from '@linernotes/database'
import { CompiledQuery, type Kysely } from 'kysely'
import { splitStatements } from './split-statements.js'

/** What pg-boss needs of a database. */
interface JobDatabase {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>
}

/**
 * Lets pg-boss use the connection that everything else uses: PGlite in this process, through a socket in another, or a server. Its own adapter for Kysely sends scripts
 * of several statements as one, which answers with the rows of one statement only; here they run one by one on one connection.
 */
export function jobDatabase(db: Kysely<Database>): JobDatabase {
  return {
    async executeSql(text, values = []) {
      if (values.length > 0) return { rows: (await db.executeQuery(CompiledQuery.raw(text, values))).rows }
      const statements = splitStatements(text)
      return await db.connection().execute(async (connection) => {
        const rows: unknown[] = []
        try {
          for (const statement of statements) rows.push(...(await connection.executeQuery(CompiledQuery.raw(statement))).rows)
        } catch (error) {
          // The connection goes back to others: not in the middle of a transaction.
          if (statements.length > 1) await connection.executeQuery(CompiledQuery.raw('rollback'))
          throw error
        }
        return { rows }
      })
    },
  }
}
