import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'
import { offsetOf, offsetPage, type Page, type PageRequest } from '../page.js'

export interface TranscriptSegment {
  readonly id: string
  readonly startMs: number | null
  readonly endMs: number | null
  readonly text: string
  readonly speaker: string | null
}

export interface TimeRange {
  /** In milliseconds; null: from the beginning, to the end. */
  readonly fromMs: number | null
  readonly toMs: number | null
}

/**
 * Pages of transcripts by episode, in one statement; episodes without a transcript are absent. Times restrict a page to segments
 * that touch them, and its count to those.
 */
export async function transcriptPages(
  db: Kysely<Database>,
  episodeIds: readonly string[],
  range: TimeRange,
  page: PageRequest,
): Promise<Map<string, Page<TranscriptSegment>>> {
  if (episodeIds.length === 0) return new Map()
  const from = range.fromMs === null ? sql`true` : sql`coalesce(end_ms, start_ms) >= ${range.fromMs}`
  const to = range.toMs === null ? sql`true` : sql`start_ms < ${range.toMs}`
  const offset = offsetOf(page.after)
  // The first segment of each episode comes along, so that a transcript with nothing in range is told from none.
  const { rows } = await sql<{
    owner: string
    place: number | null
    total: number
    id: string
    start_ms: number | null
    end_ms: number | null
    text: string
    speaker: string | null
  }>`
    with spoken as (
      select *, coalesce(${from} and ${to}, false) as touches from transcript_segments where episode_id in (${sql.join([...new Set(episodeIds)])})),
    placed as (
      select spoken.*, case when touches then (row_number() over (partition by episode_id, touches order by position))::int end as place,
             (count(*) filter (where touches) over (partition by episode_id))::int as total from spoken)
    select episode_id as owner, place, total, id, start_ms, end_ms, text, speaker from placed
    where position = (select min(position) from spoken as first where first.episode_id = placed.episode_id)
       or (place > ${offset} and place <= ${offset + Math.max(0, page.first) + 1})
    order by episode_id, position`.execute(db)
  return new Map(
    [...Map.groupBy(rows, (row) => row.owner)].map(([owner, group]) => {
      const within = group.filter(({ place }) => place !== null && place > offset && place <= offset + Math.max(0, page.first) + 1)
      const nodes = within.map((row) => ({ id: row.id, startMs: row.start_ms, endMs: row.end_ms, text: row.text, speaker: row.speaker }))
      return [owner, offsetPage(nodes, page, group[0]?.total ?? 0)]
    }),
  )
}
