import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'
import { entityId } from '../../entity-id.js'
import type { SegmentDraft } from './transcript-segment.js'

const BATCH = 1_000

/** Makes these the transcript of an episode, or, of a file that broke off, its beginning; gives back how many segments that changed. */
export async function storeTranscript(
  db: Kysely<Database>,
  episodeId: string,
  segments: readonly SegmentDraft[],
  { sourceId, isWhole }: { readonly sourceId: string; readonly isWhole: boolean },
): Promise<number> {
  let changed = 0
  for (let start = 0; start < segments.length; start += BATCH) {
    const rows = segments.slice(start, start + BATCH).map((segment, index) => ({
      id: entityId('segment', episodeId, String(start + index)),
      episode_id: episodeId,
      position: start + index,
      start_ms: segment.startMs,
      end_ms: segment.endMs,
      text: segment.text,
      speaker: segment.speaker,
      source_id: sourceId,
    }))
    const written = await db
      .insertInto('transcript_segments')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet((excluded) => ({
            start_ms: excluded.ref('excluded.start_ms'),
            end_ms: excluded.ref('excluded.end_ms'),
            text: excluded.ref('excluded.text'),
            speaker: excluded.ref('excluded.speaker'),
            source_id: excluded.ref('excluded.source_id'),
          }))
          .where(sql<boolean>`transcript_segments is distinct from excluded`),
      )
      .returning('id')
      .execute()
    changed += written.length
  }
  if (!isWhole) return changed
  const surplus = await db
    .deleteFrom('transcript_segments')
    .where('episode_id', '=', episodeId)
    .where('position', '>=', segments.length)
    .returning('id')
    .execute()
  return changed + surplus.length
}
