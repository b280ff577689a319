import type { Database } from '@linernotes/database'
import type { Taste } from '@linernotes/listening'
import { sql, type Kysely } from 'kysely'

/** A track of the listener's past. null is unknown. */
export interface LovedTrack {
  readonly id: string
  readonly title: string
  readonly titleKey: string
  readonly durationMs: number | null
  readonly releaseId: string | null
  readonly labelKey: string | null
  /** The first one of its credit. */
  readonly artistId: string
  readonly artist: string
}

/** Tracks that an item is held against, most played first. */
const MOST_LOVED = 400
const LEAST_PLAYS = 2

/** By history: as long as nothing was played, it is the same object. */
const known = new WeakMap<Taste['items'], Promise<readonly LovedTrack[]>>()

/** What the listener played more than once, most played first; read once for as long as the history stays the same. */
export function lovedTracks(db: Kysely<Database>, taste: Taste): Promise<readonly LovedTrack[]> {
  const remembered = known.get(taste.items)
  if (remembered !== undefined) return remembered
  const read = readLoved(db, taste)
  known.set(taste.items, read)
  read.catch(() => known.delete(taste.items))
  return read
}

async function readLoved(db: Kysely<Database>, taste: Taste): Promise<readonly LovedTrack[]> {
  const played = [...taste.items.values()].filter(({ kind, plays }) => kind === 'track' && plays >= LEAST_PLAYS)
  const ids = played.slice(0, MOST_LOVED).map(({ itemId }) => itemId)
  if (ids.length === 0) return []
  const { rows } = await sql<LovedTrack>`
    select distinct on (t.id) t.id, t.title, t.title_key as "titleKey", t.duration_ms as "durationMs", t.release_id as "releaseId", r.label_key as "labelKey",
      a.id as "artistId", a.name as artist
    from tracks t join track_artists c on c.track_id = t.id join artists a on a.id = c.artist_id and not a.is_special_purpose left join releases r on r.id = t.release_id
    where t.id in (${sql.join(ids)}) order by t.id, c.position`.execute(db)
  const place = new Map(ids.map((id, index) => [id, index]))
  return rows.toSorted((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0))
}
