import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The receipt of each recommendation, as it was issued and signed. Those that were issued before have none. */
export const receipts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`alter table recommendations add column receipt text`.execute(db)
  },
  async down(db: Kysely<unknown>): Promise<void> {
    await sql`alter table recommendations drop column receipt`.execute(db)
  },
}
