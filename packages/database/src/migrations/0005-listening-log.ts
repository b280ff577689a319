import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

const up = [
  `create sequence listening_log`,
  `alter table listens add column position bigint not null default nextval('listening_log')`,
  `alter table feedback add column position bigint not null default nextval('listening_log')`,
  `alter table data_version add column deleted_after bigint`,
]

const down = [
  `alter table data_version drop column deleted_after`,
  `alter table feedback drop column position`,
  `alter table listens drop column position`,
  `drop sequence listening_log`,
]

/** Listens and feedback as one log: each row has its place in it, so that what was read up to a place can be read again, and what was deleted since is known to be. */
export const listeningLog: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of up) await sql.raw(statement).execute(db)
  },
  async down(db: Kysely<unknown>): Promise<void> {
    for (const statement of down) await sql.raw(statement).execute(db)
  },
}
