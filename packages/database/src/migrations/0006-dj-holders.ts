import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

const up = [`create table dj_servers (id text primary key, alive_until timestamptz not null)`, `alter table dj_sessions add column holder text`]

const down = [`alter table dj_sessions drop column holder`, `drop table dj_servers`]

/** Which of several servers moves the clock of a session. */
export const djHolders: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of up) await sql.raw(statement).execute(db)
  },
  async down(db: Kysely<unknown>): Promise<void> {
    for (const statement of down) await sql.raw(statement).execute(db)
  },
}
