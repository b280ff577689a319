import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'

/** How much of a transcript tells what an episode is about: its opening. */
const TRANSCRIPT_SEGMENTS = 400
const TRANSCRIPT_CHARACTERS = 30_000

/**
 * Everything the snapshot is made of, in a constant number of statements. Ordered by id, so that the same data make the same
 * snapshot on every database.
 * @param through plays up to this place in the log of listens
 */
export async function readRows(db: Kysely<Database>, through: number, signal: AbortSignal) {
  const read = async <Row>(query: { execute(): Promise<Row[]> }): Promise<Row[]> => {
    signal.throwIfAborted()
    return query.execute()
  }
  return {
    artists: await read(db.selectFrom('artists').select(['id', 'is_special_purpose']).orderBy('id')),
    releases: await read(db.selectFrom('releases').select(['id', 'release_year', 'release_date', 'label_key']).orderBy('id')),
    releaseTags: await read(db.selectFrom('release_tags').select(['release_id', 'tag', 'weight']).orderBy('release_id').orderBy('tag')),
    tracks: await read(db.selectFrom('tracks').select(['id', 'release_id', 'advisory']).orderBy('id')),
    trackArtists: await read(db.selectFrom('track_artists').select(['track_id', 'artist_id']).orderBy('track_id').orderBy('position')),
    shows: await read(db.selectFrom('shows').select(['id', 'language']).orderBy('id')),
    episodes: await read(
      db
        .selectFrom('episodes')
        .select(['id', 'show_id', 'title', 'description', 'advisory', 'episode_type', 'duration_ms'])
        .select(sql<number | null>`(extract(epoch from published_at) * 1000)::float8`.as('published_at'))
        .orderBy('id'),
    ),
    episodeTags: await read(db.selectFrom('episode_tags').select(['episode_id', 'tag', 'weight']).orderBy('episode_id').orderBy('tag')),
    transcripts: await read(
      db
        .selectFrom('transcript_segments')
        .select('episode_id')
        .select(sql<string>`left(string_agg(text, ' ' order by position), ${sql.lit(TRANSCRIPT_CHARACTERS)})`.as('text'))
        .where('position', '<', TRANSCRIPT_SEGMENTS)
        .groupBy('episode_id')
        .orderBy('episode_id'),
    ),
    chapters: await read(
      db
        .selectFrom('chapters')
        .select('episode_id')
        .select(sql<string>`string_agg(title, '\n' order by position)`.as('titles'))
        .where('title', 'is not', null)
        .groupBy('episode_id')
        .orderBy('episode_id'),
    ),
    plays: await read(playsThrough(db, through)),
  }
}

/** Who has played what how often, up to a place in the log of listens. */
export const readPlays = async (db: Kysely<Database>, through: number): Promise<Rows['plays']> => await playsThrough(db, through).execute()

const playsThrough = (db: Kysely<Database>, through: number) =>
  db
    .selectFrom('listens')
    .select(['listener_id', sql<string>`item_id`.as('item_id'), sql<number>`count(*)::int`.as('plays')])
    .where('item_id', 'is not', null)
    .where('position', '<=', through)
    .groupBy(['listener_id', 'item_id'])
    .orderBy('listener_id')
    .orderBy('item_id')

export type Rows = Awaited<ReturnType<typeof readRows>>
