import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'
import { fingerprintOf, matchKeyOf, type Listen } from './listen.js'
import { matchListens } from './match-listens.js'

export interface Inserted {
  readonly imported: number
  readonly duplicates: number
  /** Of the imported ones: kept with their names until their item arrives. */
  readonly unmatched: number
}

/**
 * Matches and writes one batch in two statements: all of it or, when killed, nothing. What is there already stays as it is.
 * The rows travel as one JSON parameter, which costs less than a bound parameter per column.
 */
export async function insertListens(db: Kysely<Database>, listenerId: string, sourceId: string, listens: readonly Listen[]): Promise<Inserted> {
  const wanted = listens.filter((listen) => listen.itemId === null)
  const matched = new Map((await matchListens(db, wanted)).map((itemId, index) => [wanted[index], itemId]))
  const rows = new Map<string, object>()
  for (const listen of listens) {
    const fingerprint = fingerprintOf(listen)
    const key = `${listen.playedAt} ${fingerprint}`
    if (rows.has(key)) continue
    rows.set(key, {
      played_at: new Date(listen.playedAt).toISOString(),
      fingerprint,
      item_id: listen.itemId ?? matched.get(listen) ?? null,
      item_kind: listen.kind,
      played_ms: listen.playedMs,
      artist_name: listen.artistName,
      title: listen.title,
      release_title: listen.releaseTitle,
      show_title: listen.showTitle,
      match_key: matchKeyOf(listen),
      recording_mbid: listen.recordingMbid,
      isrc: listen.isrc,
    })
  }
  if (rows.size === 0) return { imported: 0, duplicates: 0, unmatched: 0 }
  const inserted = await sql<{ matched: boolean }>`
    insert into listens (listener_id, source_id, played_at, fingerprint, item_id, item_kind, played_ms, artist_name, title, release_title, show_title, match_key, recording_mbid, isrc)
    select ${listenerId}, ${sourceId}, r.* from json_to_recordset(${JSON.stringify([...rows.values()])}::json) as r(played_at timestamptz, fingerprint text, item_id text,
      item_kind text, played_ms integer, artist_name text, title text, release_title text, show_title text, match_key text, recording_mbid text, isrc text)
    on conflict do nothing
    returning item_id is not null as matched`.execute(db)
  const imported = inserted.rows.length
  return { imported, duplicates: listens.length - imported, unmatched: inserted.rows.filter((row) => !row.matched).length }
}
