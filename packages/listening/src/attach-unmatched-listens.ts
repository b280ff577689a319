import { bumpDataVersion, type Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'
import { matchListens, type Description } from './match-listens.js'

const keysPerStatement = 5000

/** Gives listens that were kept with their names the item that has arrived since. To be called after every import into the catalogue; returns how many were attached. */
export async function attachUnmatchedListens(db: Kysely<Database>): Promise<number> {
  let attached = 0
  let last = ''
  for (;;) {
    const { rows } = await sql<Description & { key: string }>`
      with keys as (select distinct match_key from listens where item_id is null and match_key > ${last} order by match_key limit ${keysPerStatement})
      select distinct l.match_key as key, item_kind as kind, artist_name as "artistName", show_title as "showTitle", title, release_title as "releaseTitle",
        recording_mbid as "recordingMbid", isrc
      from listens l join keys on keys.match_key = l.match_key where l.item_id is null order by l.match_key`.execute(db)
    const end = rows.at(-1)
    if (end === undefined) break
    attached += await attach(db, rows)
    last = end.key
  }
  if (attached > 0) await bumpDataVersion(db, 'listening')
  return attached
}

async function attach(db: Kysely<Database>, descriptions: readonly (Description & { key: string })[]): Promise<number> {
  const items = await matchListens(db, descriptions)
  const found = descriptions.flatMap((description, index) => {
    const itemId = items[index]
    return typeof itemId === 'string' ? [{ ...description, itemId }] : []
  })
  if (found.length === 0) return 0
  const { numAffectedRows } = await sql`
    update listens l set item_id = f."itemId"
    from json_to_recordset(${JSON.stringify(found)}::json) as f(key text, kind text, "releaseTitle" text, "recordingMbid" text, isrc text, "itemId" text)
    where l.item_id is null and l.match_key = f.key and l.item_kind = f.kind and l.release_title is not distinct from f."releaseTitle"
      and l.recording_mbid is not distinct from f."recordingMbid" and l.isrc is not distinct from f.isrc`.execute(db)
  return Number(numAffectedRows ?? 0)
}
