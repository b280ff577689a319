import type { Evidence } from '@linernotes/catalog'
import type { Database } from '@linernotes/database'
import { sharedAudience } from '@linernotes/listening'
import { sql, type Kysely } from 'kysely'
import { ANONYMITY_FLOOR } from '../reason.js'

export interface AudiencePair {
  readonly anchorId: string
  readonly targetId: string
}

export const pairKey = ({ anchorId, targetId }: AudiencePair): string => `${anchorId} ${targetId}`

/**
 * How many distinct listeners play both of each pair of artists or shows, counted now, in two statements for all pairs. Pairs with fewer
 * listeners than the k-anonymity floor are left out: nothing about them is said. Keys as `pairKey` makes them.
 */
export async function findSharedAudiences(db: Kysely<Database>, pairs: readonly AudiencePair[]): Promise<Map<string, Evidence>> {
  if (pairs.length === 0) return new Map()
  const ids = sql.join([...new Set(pairs.flatMap(({ anchorId, targetId }) => [anchorId, targetId]))])
  const named = await sql<{ id: string; name: string }>`
    select id, name from artists where id in (${ids}) union all select id, title from shows where id in (${ids})`.execute(db)
  const names = new Map(named.rows.map(({ id, name }) => [id, name] as const))
  const counted = await sql<AudiencePair & { listeners: number }>`
    with audience as (
      select track_artists.artist_id as creator_id, listens.listener_id from track_artists join listens on listens.item_id = track_artists.track_id
      where track_artists.artist_id in (${ids})
      union
      select episodes.show_id, listens.listener_id from episodes join listens on listens.item_id = episodes.id where episodes.show_id in (${ids})
    )
    select pairs.anchor as "anchorId", pairs.target as "targetId", count(*)::int as listeners
    from (values ${sql.join(pairs.map(({ anchorId, targetId }) => sql`(${anchorId}::text, ${targetId}::text)`))}) as pairs (anchor, target)
    join audience as one on one.creator_id = pairs.anchor
    join audience as other on other.creator_id = pairs.target and other.listener_id = one.listener_id
    group by 1, 2 having count(*) >= ${sql.lit(ANONYMITY_FLOOR)}`.execute(db)

  return new Map(
    counted.rows.flatMap(({ anchorId, targetId, listeners }) => {
      const anchor = names.get(anchorId)
      const target = names.get(targetId)
      if (anchor === undefined || target === undefined) return []
      return [[pairKey({ anchorId, targetId }), sharedAudience({ id: anchorId, name: anchor }, { id: targetId, name: target }, listeners)] as const]
    }),
  )
}
