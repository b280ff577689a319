import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

const tables = [
  `create table sources (id text primary key, name text not null, url text, licence text not null, retrieved_at timestamptz)`,

  `create table artists (id text primary key, mbid text unique, name text not null, name_key text not null, sort_name text, disambiguation text,
     kind text, country text, begin_date text, end_date text, is_special_purpose boolean not null default false, source_id text not null references sources)`,
  `create index artists_name_key on artists (name_key)`,
  `create index artists_search on artists using gin (to_tsvector('simple', name_key))`,
  `create table artist_tags (artist_id text not null references artists, tag text not null, weight real not null, source_id text not null references sources,
     primary key (artist_id, tag))`,

  `create table releases (id text primary key, mbid text unique, title text not null, title_key text not null, release_date text, release_year integer, primary_type text,
     is_compilation boolean not null default false, label text, label_key text, catalog_number text, gtin text, url text, licence_url text,
     source_id text not null references sources)`,
  `create index releases_label_key on releases (label_key)`,
  `create table release_artists (release_id text not null references releases, position integer not null, artist_id text not null references artists,
     credited_name text not null, join_phrase text not null, primary key (release_id, position))`,
  `create index release_artists_artist on release_artists (artist_id)`,
  `create table release_tags (release_id text not null references releases, tag text not null, weight real not null, source_id text not null references sources,
     primary key (release_id, tag))`,
  `create index release_tags_tag on release_tags (tag)`,

  `create table tracks (id text primary key, mbid text unique, title text not null, title_key text not null, release_id text references releases, disc_number integer,
     track_number integer, duration_ms integer, advisory text not null default 'unknown' check (advisory in ('explicit', 'clean', 'unknown')), url text,
     source_id text not null references sources)`,
  `create index tracks_release on tracks (release_id)`,
  `create index tracks_title_key on tracks (title_key)`,
  `create index tracks_search on tracks using gin (to_tsvector('simple', title_key))`,
  `create table track_artists (track_id text not null references tracks, position integer not null, artist_id text not null references artists,
     credited_name text not null, join_phrase text not null, primary key (track_id, position))`,
  `create index track_artists_artist on track_artists (artist_id)`,
  `create table track_isrcs (track_id text not null references tracks, isrc text not null, primary key (track_id, isrc))`,
  `create index track_isrcs_isrc on track_isrcs (isrc)`,
  `create table track_tags (track_id text not null references tracks, tag text not null, weight real not null, source_id text not null references sources,
     primary key (track_id, tag))`,

  `create table external_ids (entity_id text not null, scheme text not null, value text not null, url text, primary key (entity_id, scheme, value))`,
  `create index external_ids_value on external_ids (scheme, value)`,
  `create table facts (id text primary key, subject_id text not null, property text not null, "values" jsonb not null, statement text not null,
     source_id text not null references sources, computed_at timestamptz not null, query text)`,
  `create index facts_subject on facts (subject_id)`,

  `create table shows (id text primary key, podcast_guid text, title text not null, title_key text not null, publisher text, feed_url text, site_url text, description text,
     language text, medium text not null default 'podcast', categories jsonb not null default '[]', advisory text not null default 'unknown'
     check (advisory in ('explicit', 'clean', 'unknown')), image_url text, people jsonb not null default '[]', funding_url text, source_id text not null references sources)`,
  `create index shows_search on shows using gin (to_tsvector('simple', title_key))`,
  `create table episodes (id text primary key, show_id text not null references shows, guid text not null, title text not null, title_key text not null, description text,
     published_at timestamptz, duration_ms integer, season_number integer, episode_number double precision, episode_type text not null default 'full'
     check (episode_type in ('full', 'trailer', 'bonus')), advisory text not null default 'unknown' check (advisory in ('explicit', 'clean', 'unknown')), image_url text,
     url text, enclosures jsonb not null default '[]', people jsonb not null default '[]', source_id text not null references sources, unique (show_id, guid))`,
  `create index episodes_title_key on episodes (title_key)`,
  `create index episodes_search on episodes using gin (to_tsvector('simple', title_key))`,
  `create table episode_tags (episode_id text not null references episodes, tag text not null, weight real not null, source_id text not null references sources,
     primary key (episode_id, tag))`,
  `create table chapters (episode_id text not null references episodes, position integer not null, start_ms integer not null, end_ms integer, title text, url text,
     image_url text, primary key (episode_id, position))`,
  `create table soundbites (episode_id text not null references episodes, position integer not null, start_ms integer not null, duration_ms integer not null, title text,
     primary key (episode_id, position))`,
  `create table transcript_segments (id text primary key, episode_id text not null references episodes, position integer not null, start_ms integer, end_ms integer,
     text text not null, speaker text, source_id text not null references sources, unique (episode_id, position))`,
  `create table feeds (url text primary key, show_id text not null references shows, etag text, last_modified text, fetched_at timestamptz not null)`,

  `create table listeners (id text primary key, external_id text not null unique, display_name text, locale text not null default 'en', time_zone text,
     synthetic boolean not null default false)`,
  `create table listens (listener_id text not null references listeners, played_at timestamptz not null, fingerprint text not null, item_id text,
     item_kind text not null check (item_kind in ('track', 'episode')), played_ms integer, artist_name text, title text, release_title text, show_title text, match_key text,
     recording_mbid text, isrc text, source_id text not null references sources, primary key (listener_id, played_at, fingerprint))`,
  `create index listens_item on listens (item_id)`,
  `create index listens_unmatched on listens (match_key) where item_id is null`,
  `create table feedback (client_event_id text primary key, recommendation_id text not null, listener_id text, item_id text not null, narrative_id text,
     outcome text not null check (outcome in ('impression', 'click', 'play', 'skip', 'save', 'hide')), at timestamptz not null, played_ms integer)`,
  `create index feedback_listener on feedback (listener_id)`,

  `create table evidence (id text primary key, payload jsonb not null)`,
  `create table recommendations (id text primary key, listener_id text, item_id text not null, item_kind text not null, recipe text not null, rank integer not null,
     score double precision not null, novelty double precision not null, reasons jsonb not null, model_version text not null, data_version text not null,
     issued_at timestamptz not null)`,
  `create table narratives (id text primary key, cache_key text not null unique, item_id text not null, listener_id text, provider text not null, model text not null,
     prompt_version text not null, style text not null, language text not null, realisation text not null, text text not null, claims jsonb not null, evidence_ids jsonb not null,
     fallback_reason text, usage jsonb not null, created_at timestamptz not null)`,
  `create table narrative_usage (id text primary key, at timestamptz not null, provider text not null, model text, item_id text not null, outcome text not null, reason text,
     input_tokens integer, output_tokens integer, time_to_first_token_ms integer, latency_ms integer not null, cost_micro_usd double precision)`,
  `create table imports (id text primary key, format text not null, file text not null, sha256 text not null, started_at timestamptz not null, finished_at timestamptz, report jsonb)`,
  `create table data_version (id integer primary key check (id = 1), catalog integer not null, listening integer not null)`,
  `insert into data_version values (1, 0, 0)`,
]

const names =
  'data_version imports narrative_usage narratives recommendations evidence feedback listens listeners feeds transcript_segments soundbites chapters episode_tags episodes shows ' +
  'facts external_ids track_tags track_isrcs track_artists tracks release_tags release_artists releases artist_tags artists sources'

/** The whole first schema: catalogue, podcasts, listening, serving. */
export const firstSchema: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of tables) await sql.raw(statement).execute(db)
  },
  async down(db: Kysely<unknown>): Promise<void> {
    for (const name of names.split(' ')) await sql`drop table ${sql.table(name)}`.execute(db)
  },
}
