import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'

/** What refers to others comes before them. */
const tables: readonly (keyof Database)[] = [
  'feeds',
  'transcript_segments',
  'soundbites',
  'chapters',
  'episode_tags',
  'episodes',
  'shows',
  'facts',
  'external_ids',
  'track_tags',
  'track_isrcs',
  'track_artists',
  'tracks',
  'release_tags',
  'release_artists',
  'releases',
  'artist_tags',
  'artists',
  'sources',
]

/** Takes the rows of the catalogue out: much faster than a fresh database for each test, or than `truncate`, which writes new files. */
export async function emptyDatabase(db: Kysely<Database>): Promise<void> {
  await sql.raw(tables.map((table) => `delete from ${table}`).join('; ')).execute(db)
}
