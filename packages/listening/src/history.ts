import type { Page, PageRequest } from '@linernotes/catalog'
import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'
import { findListener } from './find-listener.js'
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

/** The plays of a listener, newest first. Listens that are not in the catalogue are not among them. A cursor that is none of ours begins anew. */
export async function listeningHistory(db: Kysely<Database>, listenerId: string, page: PageRequest, filter: HistoryFilter = {}): Promise<Page<Play>> {
  const timeZone = (await findListener(db, { id: listenerId }))?.timeZone ?? 'UTC'
  let plays = db.selectFrom('listens as l').where('l.listener_id', '=', listenerId).where('l.item_id', 'is not', null)
  if (typeof filter.year === 'number')
    plays = plays.where(sql<boolean>`extract(year from l.played_at at time zone ${timeZone}::text)::int = ${filter.year}::int`)
  if (typeof filter.artistId === 'string') {
    const { artistId } = filter
    plays = plays.where(({ exists, selectFrom }) =>
      exists(selectFrom('track_artists as c').select('c.artist_id').whereRef('c.track_id', '=', 'l.item_id').where('c.artist_id', '=', artistId)),
    )
  }
  const { total } = await plays.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const after = readCursor(page.after)
  const rest = after === null ? plays : plays.where(sql<boolean>`(l.played_at, l.fingerprint) < (${after.playedAt}::timestamptz, ${after.fingerprint}::text)`)
  const rows = await rest
    .select(['l.item_id', 'l.item_kind', 'l.played_at', 'l.played_ms', 'l.fingerprint'])
    .orderBy('l.played_at', 'desc')
    .orderBy('l.fingerprint', 'desc')
    .limit(page.first + 1)
    .execute()
  const cursors = readPage(rows, page.first, total, (row) => writeCursor(row.played_at, row.fingerprint))
  const nodes = cursors.nodes.flatMap((row) =>
    row.item_id === null ? [] : [{ itemId: row.item_id, itemKind: row.item_kind, playedAt: row.played_at, playedMs: row.played_ms }],
  )
  return { ...cursors, nodes }
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
