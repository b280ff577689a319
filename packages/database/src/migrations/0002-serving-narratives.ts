import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

const up = [
  // One key may have several texts: what was served yesterday keeps its id when a newer one takes its place.
  `alter table narratives drop constraint narratives_cache_key_key`,
  `alter table narratives add column brief_key text not null default '', add column asked text not null default '', add column brief jsonb, add column overlap real,
     add column withdrawn_at timestamptz, add column recall_id text`,
  `create index narratives_cache_key on narratives (cache_key)`,
  `create index narratives_brief_key on narratives (brief_key)`,
  `create index narratives_withdrawn on narratives (item_id) where withdrawn_at is not null`,
  `alter table narrative_usage add column overlap real`,

  `create table narrative_servings (listener_id text not null references listeners on delete cascade, narrative_id text not null, item_id text not null, text text not null,
     served_at timestamptz not null, primary key (listener_id, narrative_id))`,
  `create index narrative_servings_latest on narrative_servings (listener_id, served_at desc)`,
  `create table narrative_generations (key text primary key, holder text not null, until timestamptz not null)`,
  `create table narrative_recalls (id text primary key, at timestamptz not null, by_whom text not null, reason text not null, criteria jsonb not null, withdrawn integer not null,
     regenerated integer not null)`,

  `create table narrative_runs (id text primary key, spec jsonb not null, started_at timestamptz not null, finished_at timestamptz, budget_tokens double precision,
     budget_micro_usd double precision, spent_tokens double precision not null default 0, reserved_tokens double precision not null default 0,
     spent_micro_usd double precision not null default 0, reserved_micro_usd double precision not null default 0, stopped text)`,
  `create table narrative_reservations (id text primary key, run_id text not null references narrative_runs on delete cascade, tokens double precision not null,
     micro_usd double precision not null, until timestamptz not null)`,
  `create index narrative_reservations_run on narrative_reservations (run_id)`,
  `create table narrative_run_listeners (run_id text not null references narrative_runs on delete cascade, listener_id text not null references listeners on delete cascade,
     done_at timestamptz not null, items integer not null, written integer not null, kept integer not null, failed integer not null, primary key (run_id, listener_id))`,
]

const down = [
  `drop table narrative_run_listeners`,
  `drop table narrative_reservations`,
  `drop table narrative_runs`,
  `drop table narrative_recalls`,
  `drop table narrative_generations`,
  `drop table narrative_servings`,
  `alter table narrative_usage drop column overlap`,
  // The first schema knows one text for each key, and no withdrawn ones: the newest that may be served stays.
  `delete from narratives older where withdrawn_at is not null or exists (select from narratives newer where newer.cache_key = older.cache_key
     and newer.withdrawn_at is null and (newer.created_at, newer.id) > (older.created_at, older.id))`,
  `drop index narratives_withdrawn, narratives_brief_key, narratives_cache_key`,
  `alter table narratives drop column brief_key, drop column asked, drop column brief, drop column overlap, drop column withdrawn_at, drop column recall_id`,
  `alter table narratives add constraint narratives_cache_key_key unique (cache_key)`,
]

/** What serving narratives at scale needs: several texts for a key, what listeners were shown, recalls, and runs that write ahead within a budget. */
export const servingNarratives: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of up) await sql.raw(statement).execute(db)
  },
  async down(db: Kysely<unknown>): Promise<void> {
    for (const statement of down) await sql.raw(statement).execute(db)
  },
}
