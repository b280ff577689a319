import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

const up = [
  `create table dj_sessions (id text primary key, listener_id text references listeners on delete cascade, state text not null, started_at timestamptz not null,
     changed_at timestamptz not null, progress jsonb not null)`,
  `create index dj_sessions_listener on dj_sessions (listener_id)`,
  `create index dj_sessions_open on dj_sessions (state) where state <> 'ended'`,
  `create table dj_segments (id text primary key, session_id text not null references dj_sessions on delete cascade, position integer, item_id text not null,
     item_kind text not null, recommendation_id text not null, content jsonb not null)`,
  `create index dj_segments_session on dj_segments (session_id, position)`,
  `create index dj_segments_recommendation on dj_segments (recommendation_id)`,
  `create table dj_events (session_id text not null references dj_sessions on delete cascade, seq integer not null, content jsonb not null, at timestamptz not null,
     primary key (session_id, seq))`,
]

const down = [`drop table dj_events`, `drop table dj_segments`, `drop table dj_sessions`]

/** Sessions of the DJ, so that a restart loses nothing that was told. */
export const dj: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of up) await sql.raw(statement).execute(db)
  },
  async down(db: Kysely<unknown>): Promise<void> {
    for (const statement of down) await sql.raw(statement).execute(db)
  },
}
