import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'

/** The country of each artist that has one, by their id. */
export async function countriesOf(db: Kysely<Database>, artistIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; country: string }>`
    select subject_id as id, min("values" ->> 'country') as country from facts
    where property = 'artist-country' and subject_id in (${sql.join([...new Set(artistIds)])}) and "values" ->> 'country' is not null
    group by subject_id having count(distinct "values" ->> 'country') = 1`.execute(db)
  return new Map(rows.map(({ id, country }) => [id, country]))
}

/** How many tracks a release has, where all of them are here: on each disc their numbers run from one without a gap. */
export async function recordSizesOf(db: Kysely<Database>, releaseIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; tracks: number }>`
    select release_id as id, sum(tracks)::int as tracks from (
      select release_id, count(*) as tracks, count(distinct track_number) as numbers, max(track_number) as last from tracks
      where release_id in (${sql.join([...new Set(releaseIds)])}) group by release_id, disc_number) as discs
    group by release_id having bool_and(tracks = numbers and numbers = last)`.execute(db)
  return new Map(rows.map(({ id, tracks }) => [id, tracks]))
}
