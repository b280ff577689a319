import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'

/** Takes all rows out, which is much faster than a fresh database for each test. */
export async function emptyDatabase(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name <> 'data_version' and table_name not like 'kysely%'`.execute(db)
  await sql`truncate ${sql.join(rows.map((row) => sql.table(row.name)))} cascade`.execute(db)
}
