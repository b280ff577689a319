import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'
import { addTriplet, compressRows, emptyTriplets, type CompressedRows } from '../model/compressed-rows.js'
import { IndexOfStrings } from '../model/index-of-strings.js'

/** So many artists and shows a statement. */
const AT_ONCE = 1_000

/**
 * Creators x tags: on how many of an artist's releases a tag is, plus one where it is the artist's own; on how many episodes of a show. Tags of one creator alone say
 * nothing about another; the models leave them out. The catalogue knows no friendships: there is no social graph in it.
 */
export async function readCreatorTags(db: Kysely<Database>, creatorIds: readonly string[], signal: AbortSignal): Promise<CompressedRows> {
  const tags = new IndexOfStrings()
  const counts = emptyTriplets()
  for (let start = 0; start < creatorIds.length; start += AT_ONCE) {
    signal.throwIfAborted()
    const places = new Map(creatorIds.slice(start, start + AT_ONCE).map((id, index) => [id, start + index] as const))
    for (const { creatorId, tag, count } of await readBatch(db, [...places.keys()])) addTriplet(counts, places.get(creatorId)!, tags.add(tag), count)
  }
  return compressRows(creatorIds.length, Math.max(1, tags.strings.length), counts)
}

/** In one order on every database, so that the same data give the same model. */
async function readBatch(db: Kysely<Database>, creatorIds: readonly string[]) {
  const { rows } = await sql<{ creatorId: string; tag: string; count: number }>`
    select creator_id as "creatorId", tag, sum(times)::int as count from (
      select release_artists.artist_id as creator_id, lower(release_tags.tag) as tag, count(distinct release_tags.release_id) as times
        from release_artists join release_tags on release_tags.release_id = release_artists.release_id
        where release_artists.artist_id in (${sql.join(creatorIds)}) group by 1, 2
      union all
      select artist_id, lower(tag), 1 from artist_tags where artist_id in (${sql.join(creatorIds)})
      union all
      select episodes.show_id, lower(episode_tags.tag), count(*) from episodes join episode_tags on episode_tags.episode_id = episodes.id
        where episodes.show_id in (${sql.join(creatorIds)}) group by 1, 2
    ) as by_source group by 1, 2 order by creator_id collate "C", tag collate "C"`.execute(db)
  return rows
}
