import type { Database } from '@linernotes/database'
import type { Reason } from '@linernotes/recommendations'
import { findRecommendations } from '@linernotes/serving'
import { sql, type Kysely, type Selectable } from 'kysely'
import type { DjEvent } from '../session.js'
import type { SegmentContent, SegmentRecord, SessionProgress, SessionRecord, StoredEvent } from './session-record.js'
import { progressOf } from './session-writer.js'

/** Begins a session in the database. false: its listener is not there, and nothing was written. */
export async function insertSession(db: Kysely<Database>, record: SessionRecord, holder: string): Promise<boolean> {
  const progress = JSON.stringify(progressOf(record))
  const { rows } = await sql`
    insert into dj_sessions (id, listener_id, state, started_at, changed_at, progress, holder)
    select ${record.id}::text, ${record.listenerId}::text, ${record.state}::text, ${record.startedAt}::timestamptz, ${record.startedAt}::timestamptz, ${progress}::jsonb, ${holder}::text
    where ${record.listenerId}::text is null or exists (select from listeners where id = ${record.listenerId}::text)
    on conflict (id) do nothing returning id`.execute(db)
  return rows.length > 0
}

/** A session with its plan and its count of events. */
export interface StoredSession {
  readonly session: SessionRecord
  /** By position, dropped ones left out. */
  readonly segments: readonly SegmentRecord[]
  readonly nextSeq: number
  /** Words of talks that are not settled, as far as they were told. */
  readonly words: ReadonlyMap<string, string>
}

/** Sessions by id, in four statements and what their reasons take. Those that do not exist are absent. */
export async function readSessions(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, StoredSession>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('dj_sessions').selectAll().where('id', 'in', ids).execute()
  if (rows.length === 0) return new Map()
  const segments = await db.selectFrom('dj_segments').selectAll().where('session_id', 'in', ids).where('position', 'is not', null).orderBy('position').execute()
  const counts = await db
    .selectFrom('dj_events')
    .select(({ fn }) => ['session_id', fn.max('seq').as('last')])
    .where('session_id', 'in', ids)
    .groupBy('session_id')
    .execute()
  const last = new Map(counts.map((count) => [count.session_id, Number(count.last)]))
  const unsettled = segments.filter(({ content }) => !(content as SegmentContent).isSettled)
  const words = await readWords(
    db,
    ids,
    unsettled.map(({ id }) => id),
  )
  const records = Map.groupBy(await toRecords(db, segments), ({ sessionId }) => sessionId)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        session: { ...(row.progress as SessionProgress), id: row.id, listenerId: row.listener_id, state: row.state, startedAt: row.started_at },
        segments: records.get(row.id) ?? [],
        nextSeq: (last.get(row.id) ?? -1) + 1,
        words,
      },
    ]),
  )
}

async function readWords(db: Kysely<Database>, sessionIds: readonly string[], segmentIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (segmentIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; text: string }>`
    select content ->> 'segmentId' as id, string_agg(content ->> 'text', '' order by seq) as text from dj_events
    where session_id in (${sql.join([...sessionIds])}) and content ->> 'type' = 'delta' and content ->> 'segmentId' in (${sql.join([...segmentIds])}) group by 1`.execute(
    db,
  )
  return new Map(rows.map(({ id, text }) => [id, text]))
}

/** Segments by id, dropped ones, too. */
export async function readSegments(db: Kysely<Database>, ids: readonly string[]): Promise<readonly SegmentRecord[]> {
  if (ids.length === 0) return []
  return await toRecords(db, await db.selectFrom('dj_segments').selectAll().where('id', 'in', ids).execute())
}

/** Which sessions planned something that was recommended, and have not ended. */
export async function findSessionsOf(db: Kysely<Database>, recommendationIds: readonly string[]): Promise<Map<string, string>> {
  if (recommendationIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('dj_segments')
    .innerJoin('dj_sessions', 'dj_sessions.id', 'dj_segments.session_id')
    .select(['dj_segments.recommendation_id', 'dj_segments.session_id'])
    .where('dj_segments.recommendation_id', 'in', [...new Set(recommendationIds)])
    .where('dj_segments.position', 'is not', null)
    .where('dj_sessions.state', '<>', 'ended')
    .execute()
  return new Map(rows.map((row) => [row.recommendation_id, row.session_id]))
}

/** What happened after `seq`, in order; at most `limit` events. */
export async function readEvents(db: Kysely<Database>, sessionId: string, seq: number, limit: number): Promise<readonly DjEvent[]> {
  const rows = await db
    .selectFrom('dj_events')
    .select(['seq', 'content'])
    .where('session_id', '=', sessionId)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute()
  const stored = rows.map(({ seq: number, content }) => ({ seq: number, content: content as StoredEvent }))
  const reasons = await reasonsOf(
    db,
    stored.flatMap(({ content }) => (content.type === 'segment' ? [content.segment.recommendationId] : [])),
  )
  return stored.map(({ seq: number, content }): DjEvent => {
    if (content.type === 'session') return { type: 'session', seq: number, session: { ...content.session, startedAt: new Date(content.session.startedAt) } }
    if (content.type === 'segment')
      return { type: 'segment', seq: number, segment: { ...content.segment, reasons: reasons.get(content.segment.recommendationId) ?? [] } }
    return { ...content, seq: number }
  })
}

/** Number of the last event about each segment. */
export async function lastSeqs(db: Kysely<Database>, sessionId: string, segmentIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (segmentIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; seq: number }>`
    select content #>> '{segment,id}' as id, max(seq) as seq from dj_events
    where session_id = ${sessionId} and content ->> 'type' = 'segment' and content #>> '{segment,id}' in (${sql.join([...segmentIds])}) group by 1`.execute(db)
  return new Map(rows.map(({ id, seq }) => [id, seq]))
}

async function toRecords(db: Kysely<Database>, rows: readonly Selectable<Database['dj_segments']>[]): Promise<readonly SegmentRecord[]> {
  const reasons = await reasonsOf(
    db,
    rows.map((row) => row.recommendation_id),
  )
  return rows.map((row) => ({
    ...(row.content as SegmentContent),
    id: row.id,
    sessionId: row.session_id,
    position: row.position,
    recommendationId: row.recommendation_id,
    reasons: reasons.get(row.recommendation_id) ?? [],
  }))
}

async function reasonsOf(db: Kysely<Database>, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Reason[]>> {
  const found = await findRecommendations(db, ids)
  return new Map([...found].map(([id, { reasons }]) => [id, reasons]))
}
