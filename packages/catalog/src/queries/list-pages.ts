import type { Database } from '@linernotes/database'
import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Episode, Track } from '../entities.js'
import { offsetOf, offsetPage, type Page, type PageRequest } from '../page.js'
import { findEpisodes } from './find-episodes.js'
import { findTracks } from './find-tracks.js'

/** Pages of tracks by artist, one for each artist, in release order; the number of statements does not depend on how many artists. */
export async function tracksByArtist(db: Kysely<Database>, artistIds: readonly string[], page: PageRequest): Promise<Map<string, Page<Track>>> {
  // Who is credited twice has the track once.
  const listed = sql`select credited.artist_id as owner, tracks.id,
      row_number() over (partition by credited.artist_id order by releases.release_year, tracks.release_id, tracks.disc_number, tracks.track_number, tracks.id) as place
    from (select distinct artist_id, track_id from track_artists where artist_id in (${sql.join(artistIds)})) as credited
    join tracks on tracks.id = credited.track_id left join releases on releases.id = tracks.release_id`
  return await pagesOf(db, artistIds, listed, page, findTracks)
}

/** Pages of tracks by release, in track order. */
export async function tracksByRelease(db: Kysely<Database>, releaseIds: readonly string[], page: PageRequest): Promise<Map<string, Page<Track>>> {
  const listed = sql`select release_id as owner, id, row_number() over (partition by release_id order by disc_number, track_number, id) as place
    from tracks where release_id in (${sql.join(releaseIds)})`
  return await pagesOf(db, releaseIds, listed, page, findTracks)
}

/** Pages of episodes by show, latest first. */
export async function episodesByShow(db: Kysely<Database>, showIds: readonly string[], page: PageRequest): Promise<Map<string, Page<Episode>>> {
  const listed = sql`select show_id as owner, id, row_number() over (partition by show_id order by published_at desc nulls last, episode_number desc nulls last, id) as place
    from episodes where show_id in (${sql.join(showIds)})`
  return await pagesOf(db, showIds, listed, page, findEpisodes)
}

async function pagesOf<Node>(
  db: Kysely<Database>,
  owners: readonly string[],
  listed: RawBuilder<unknown>,
  page: PageRequest,
  find: (db: Kysely<Database>, ids: readonly string[]) => Promise<Map<string, Node>>,
): Promise<Map<string, Page<Node>>> {
  if (owners.length === 0) return new Map()
  const offset = offsetOf(page.after)
  const first = Math.max(0, page.first)
  const { rows } = await sql<{ owner: string; id: string | null; total: number }>`
    with listed as (${listed}), counted as (select owner, count(*)::int as total from listed group by owner)
    select counted.owner, shown.id, counted.total from counted
    left join (select owner, id, place from listed where place > ${offset} and place <= ${offset + first + 1}) as shown using (owner)
    order by counted.owner, place`.execute(db)
  const nodes = await find(
    db,
    rows.flatMap(({ id }) => id ?? []),
  )
  const groups = Map.groupBy(rows, (row) => row.owner)
  return new Map(
    owners.map((owner) => {
      const group = groups.get(owner) ?? []
      return [
        owner,
        offsetPage(
          group.flatMap(({ id }) => (id === null ? [] : (nodes.get(id) ?? []))),
          page,
          group[0]?.total ?? 0,
        ),
      ]
    }),
  )
}
