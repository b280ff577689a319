import type { Page, PageRequest } from '@linernotes/catalog'
import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'
import { readPage } from './read-page.js'

/** One play of something in the catalogue. */
export interface Play {
  readonly itemId: string
  readonly itemKind: 'track' | 'episode'
  readonly playedAt: Date
  /** null is unknown. */
  readonly playedMs: number | null
}
export interface HistoryFilter {
  /** Calendar year in the listener's time zone. */
  readonly year?: number | null
  readonly artistId?: string | null
}

/** The plays of a listener, newest first: see `listeningHistories`. */
export async function listeningHistory(db: Kysely<Database>, listenerId: string, page: PageRequest, filter: HistoryFilter = {}): Promise<Page<Play>> {
  return (await listeningHistories(db, [listenerId], page, filter)).get(listenerId) ?? { nodes: [], cursors: [], hasNextPage: false, totalCount: 0 }
}

interface HistoryRow {
  readonly listener_id: string
  readonly item_id: string
  readonly item_kind: 'track' | 'episode'
  readonly played_at: Date
  readonly played_ms: number | null
  readonly fingerprint: string
  readonly total: number
  readonly place: number | null
}

/**
 * Pages of the plays of listeners, newest first, in one statement. Listens that are not in the catalogue are not among them; listeners
 * without a play are absent. A cursor that is none of ours begins anew.
 */
export async function listeningHistories(
  db: Kysely<Database>,
  listenerIds: readonly string[],
  page: PageRequest,
  filter: HistoryFilter = {},
): Promise<Map<string, Page<Play>>> {
  if (listenerIds.length === 0) return new Map()
  const inYear =
    typeof filter.year === 'number' ? sql`extract(year from l.played_at at time zone coalesce(p.time_zone, 'UTC'))::int = ${filter.year}::int` : sql`true`
  const byArtist =
    typeof filter.artistId === 'string'
      ? sql`exists (select 1 from track_artists c where c.track_id = l.item_id and c.artist_id = ${filter.artistId}::text)`
      : sql`true`
  const after = readCursor(page.after)
  const isAfter = after === null ? sql`true` : sql`(played_at, fingerprint) < (${after.playedAt}::timestamptz, ${after.fingerprint}::text)`
  // The newest play of each listener comes along, so that a page behind the end still knows how many there are.
  const { rows } = await sql<HistoryRow>`
    with plays as (
      select l.listener_id, l.item_id, l.item_kind, l.played_at, l.played_ms, l.fingerprint,
             (count(*) over (partition by l.listener_id))::int as total, row_number() over (partition by l.listener_id order by l.played_at desc, l.fingerprint desc) as newest
      from listens l join listeners p on p.id = l.listener_id
      where l.listener_id in (${sql.join([...new Set(listenerIds)])}) and l.item_id is not null and ${inYear} and ${byArtist}),
    placed as (
      select plays.*, case when ${isAfter} then (row_number() over (partition by listener_id, ${isAfter} order by played_at desc, fingerprint desc))::int end as place from plays)
    select listener_id, item_id, item_kind, played_at, played_ms, fingerprint, total, place from placed
    where newest = 1 or place <= ${page.first + 1} order by listener_id, played_at desc, fingerprint desc`.execute(db)
  return new Map([...Map.groupBy(rows, (row) => row.listener_id)].map(([id, group]) => [id, toPage(group, page.first)]))
}

function toPage(group: readonly HistoryRow[], first: number): Page<Play> {
  const within = group.filter(({ place }) => place !== null && place <= first + 1)
  const paged = readPage(within, first, group[0]?.total ?? 0, (row) => writeCursor(row.played_at, row.fingerprint))
  return { ...paged, nodes: paged.nodes.map((row) => ({ itemId: row.item_id, itemKind: row.item_kind, playedAt: row.played_at, playedMs: row.played_ms })) }
}

function writeCursor(playedAt: Date, fingerprint: string): string {
  return Buffer.from(`${playedAt.toISOString()} ${fingerprint}`).toString('base64url')
}

function readCursor(cursor: string | null): { readonly playedAt: string; readonly fingerprint: string } | null {
  const match = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) ([\w-]+)$/.exec(Buffer.from(cursor ?? '', 'base64url').toString())
  const [, playedAt, fingerprint] = match ?? []
  if (playedAt === undefined || fingerprint === undefined || Number.isNaN(Date.parse(playedAt))) return null
  return { playedAt, fingerprint }
}
