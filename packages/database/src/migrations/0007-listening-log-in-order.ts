import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

const tables = ['listens', 'feedback'] as const

const up = [
  `create table listening_log_end (id smallint primary key check (id = 1), position bigint not null)`,
  `insert into listening_log_end select 1, case when is_called then last_value else 0 end from listening_log`,
  `create function begin_listening_log() returns trigger language plpgsql as $$ begin perform 1 from listening_log_end where id = 1 for update; return null; end $$`,
  `create function end_listening_log() returns trigger language plpgsql as $$ begin
    update listening_log_end set position = (select last_value from listening_log where is_called) where id = 1 and exists (select 1 from listening_log where is_called);
    return null; end $$`,
  ...tables.flatMap((table) => [
    `create trigger ${table}_begin_log before insert on ${table} for each statement execute function begin_listening_log()`,
    `create trigger ${table}_end_log after insert on ${table} for each statement execute function end_listening_log()`,
  ]),
]

const down = [
  ...tables.flatMap((table) => [`drop trigger ${table}_begin_log on ${table}`, `drop trigger ${table}_end_log on ${table}`]),
  `drop function begin_listening_log`,
  `drop function end_listening_log`,
  `drop table listening_log_end`,
]

/**
 * Rows of the log become visible in the order of their places: who writes waits for who wrote before, from the first place to the commit, and the end of the log is moved in
 * the same transaction. What was read up to that end is complete for ever. Before, a row that was still being written had its place already, and turned up later among what had been read.
 */
export const listeningLogInOrder: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of up) await sql.raw(statement).execute(db)
  },
  async down(db: Kysely<unknown>): Promise<void> {
    for (const statement of down) await sql.raw(statement).execute(db)
  },
}
