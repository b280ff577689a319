import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'

/** The plays of one item in one calendar year. Times in milliseconds since 1970. */
export interface PlayRow {
  readonly listener_id: string
  readonly item_id: string
  readonly item_kind: 'track' | 'episode'
  readonly year: number
  readonly plays: number
  /** The longest of its plays. */
  readonly longest_ms: number | null
  readonly first_played_at: number
  readonly last_played_at: number
  /** As 2018-03. */
  readonly first_month: string
  readonly last_month: string
}

/** The only statement that grows with the histories: it reads the listeners' own rows, by the primary key, and nothing else. Years and months are those of each listener's time zone. Up to a place in the log, and not further. */
export async function readPlayRows(db: Kysely<Database>, listenerIds: readonly string[], through: number): Promise<PlayRow[]> {
  const { rows } = await sql<PlayRow>`
    select listener_id, item_id, item_kind, extract(year from local)::int as year, count(*)::int as plays, max(played_ms) as longest_ms,
      (extract(epoch from min(played_at)) * 1000)::float8 as first_played_at, (extract(epoch from max(played_at)) * 1000)::float8 as last_played_at,
      to_char(min(local), 'YYYY-MM') as first_month, to_char(max(local), 'YYYY-MM') as last_month
    from (
      select l.listener_id, l.item_id, l.item_kind, l.played_ms, l.played_at, l.played_at at time zone coalesce(p.time_zone, 'UTC') as local
      from listens l join listeners p on p.id = l.listener_id
      where l.listener_id in (${sql.join(listenerIds)}) and l.item_id is not null and l.position <= ${through}
    ) plays
    group by listener_id, item_id, item_kind, extract(year from local)`.execute(db)
  return rows
}

export interface TrackRow {
  readonly id: string
  readonly duration_ms: number | null
  readonly release_id: string | null
  readonly release_title: string | null
  readonly label: string | null
  readonly label_key: string | null
}

export async function readTrackRows(db: Kysely<Database>, ids: readonly string[]): Promise<TrackRow[]> {
  const { rows } = await sql<TrackRow>`
    select t.id, t.duration_ms, r.id as release_id, r.title as release_title, r.label, r.label_key
    from tracks t left join releases r on r.id = t.release_id where t.id in (select json_array_elements_text(${JSON.stringify(ids)}::json))`.execute(db)
  return rows
}

export interface CreditRow {
  readonly track_id: string
  readonly artist_id: string
  readonly name: string
}

/** Everybody who is credited, once a track; not "Various Artists" and the like. */
export async function readCreditRows(db: Kysely<Database>, trackIds: readonly string[]): Promise<CreditRow[]> {
  const { rows } = await sql<CreditRow>`
    select distinct c.track_id, c.artist_id, a.name from track_artists c join artists a on a.id = c.artist_id
    where c.track_id in (select json_array_elements_text(${JSON.stringify(trackIds)}::json)) and not a.is_special_purpose`.execute(db)
  return rows
}

export interface TagRow {
  readonly release_id: string
  readonly tag: string
}

export async function readTagRows(db: Kysely<Database>, releaseIds: readonly string[]): Promise<TagRow[]> {
  const { rows } = await sql<TagRow>`
    select release_id, tag from release_tags where release_id in (select json_array_elements_text(${JSON.stringify(releaseIds)}::json))`.execute(db)
  return rows
}

export interface EpisodeRow {
  readonly id: string
  readonly duration_ms: number | null
  readonly show_id: string
  readonly show_title: string
  readonly tags: readonly string[]
}

export async function readEpisodeRows(db: Kysely<Database>, ids: readonly string[]): Promise<EpisodeRow[]> {
  const { rows } = await sql<EpisodeRow>`
    select e.id, e.duration_ms, s.id as show_id, s.title as show_title,
      (select coalesce(json_agg(g.tag order by g.tag), '[]') from episode_tags g where g.episode_id = e.id) as tags
    from episodes e join shows s on s.id = e.show_id where e.id in (select json_array_elements_text(${JSON.stringify(ids)}::json))`.execute(db)
  return rows
}
