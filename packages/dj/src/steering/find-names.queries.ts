import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'
import type { NameKind } from './mention.js'

export interface FoundName {
  readonly kind: NameKind
  readonly key: string
  readonly id: string
  readonly name: string
}

/** A name that many things share is ambiguous enough. */
const MOST_OF_A_KEY = 20
/** How many names of about the same length are looked at for a misspelling. */
const MOST_NEAR = 2_000

const every = sql`
  select 'artist' as kind, name_key as key, id, name from artists where not is_special_purpose
  union all select 'show', title_key, id, title from shows
  union all select 'release', title_key, id, title from releases
  union all select 'track', title_key, id, title from tracks
  union all select 'episode', title_key, id, title from episodes
  union all select 'label', label_key, label_key, max(label) from releases where label_key is not null group by label_key`

/** What has one of these keys. */
export async function findNames(db: Kysely<Database>, keys: readonly string[]): Promise<readonly FoundName[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<FoundName>`
    select kind, key, id, name from (
      select *, row_number() over (partition by kind, key order by id) as place from (${every}) as named where key = any(${[...keys]}::text[])) as placed
    where place <= ${MOST_OF_A_KEY} order by kind, key, id`.execute(db)
  return rows
}

/** Names of about the length of a key that begin or end as it does: a misspelling of one of them may be meant. */
export async function findNamesNear(db: Kysely<Database>, key: string, slips: number): Promise<readonly FoundName[]> {
  const { rows } = await sql<FoundName>`
    select kind, key, id, name from (${every}) as named
    where length(key) between ${key.length - slips} and ${key.length + slips} and (left(key, 2) = ${key.slice(0, 2)} or right(key, 2) = ${key.slice(-2)})
    order by kind, key, id limit ${MOST_NEAR}`.execute(db)
  return rows
}

/** Tracks of releases and labels, in their order. */
export async function findTracksOf(db: Kysely<Database>, kind: 'release' | 'label', ids: readonly string[], most: number): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('tracks')
    .innerJoin('releases', 'releases.id', 'tracks.release_id')
    .where(kind === 'release' ? 'releases.id' : 'releases.label_key', 'in', [...ids])
    .orderBy('releases.id')
    .orderBy('tracks.disc_number')
    .orderBy('tracks.track_number')
    .orderBy('tracks.id')
    .select('tracks.id')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}

export interface PlayingItem {
  /** Artists of a track, the show of an episode. */
  readonly creatorIds: readonly string[]
  readonly title: string
  readonly by: string
  /** Of the release, or of the episode's date; null: not known. */
  readonly year: number | null
}

export async function findPlaying(db: Kysely<Database>, itemId: string, kind: 'track' | 'episode'): Promise<PlayingItem | null> {
  const { rows } =
    kind === 'track'
      ? await sql<{ title: string; year: number | null; id: string | null; name: string | null }>`
          select tracks.title, releases.release_year as year, track_artists.artist_id as id, track_artists.credited_name as name from tracks
          left join releases on releases.id = tracks.release_id left join track_artists on track_artists.track_id = tracks.id
          where tracks.id = ${itemId} order by track_artists.position`.execute(db)
      : await sql<{ title: string; year: number | null; id: string | null; name: string | null }>`
          select episodes.title, extract(year from published_at)::int as year, shows.id, shows.title as name from episodes
          join shows on shows.id = episodes.show_id where episodes.id = ${itemId}`.execute(db)
  const [first] = rows
  if (first === undefined) return null
  return { title: first.title, year: first.year, creatorIds: rows.flatMap(({ id }) => id ?? []), by: rows.flatMap(({ name }) => name ?? []).join(', ') }
}
