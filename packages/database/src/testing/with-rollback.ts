import type { Kysely } from 'kysely'
import type { Database } from '../database.js'

/** Runs `act` in a transaction that is rolled back afterwards, whatever happens. */
export async function withRollback<T>(db: Kysely<Database>, act: (transaction: Kysely<Database>) => Promise<T>): Promise<T> {
  const transaction = await db.startTransaction().execute()
  try {
    return await act(transaction)
  } finally {
    await transaction.rollback().execute()
  }
}
