import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'
import type { After } from '../dj-options.js'
import type { DjEvent } from '../session.js'
import { storedEvent, type SegmentContent, type SegmentRecord, type SessionProgress, type SessionRecord } from './session-record.js'

/** What changed in one session; it is written whole or not at all. */
export interface SessionChange {
  readonly session: SessionRecord
  readonly segments: readonly SegmentRecord[]
  readonly events: readonly DjEvent[]
}

/** 'gone': the session is not in the database any more, as when its listener was deleted, another server holds it now, or it could not be written before the end. */
export type Written = 'written' | 'gone'

interface Waiting extends SessionChange {
  readonly done: (written: Written) => void
}

const FIRST_PAUSE_MS = 100
const LONGEST_PAUSE_MS = 5_000

/**
 * Writes what happens in all sessions, one transaction after the other: those that come while one runs share the next, so that a database with a single connection
 * carries hundreds of sessions. What fails is tried again until it is written; written twice it is the same.
 */
export class SessionWriter {
  #waiting: Waiting[] = []
  #running: Promise<void> | null = null
  #closed = false

  constructor(
    private readonly db: Kysely<Database>,
    /** Writes what it holds, and nothing else. */
    private readonly server: string,
    private readonly now: () => number,
    private readonly after: After,
    private readonly log: (event: string, data?: object) => void,
  ) {}

  /** Settles once it is in the database. Never rejects. Changes of one session are written in the order of the calls. */
  write(change: SessionChange): Promise<Written> {
    const { promise, resolve } = Promise.withResolvers<Written>()
    this.#waiting.push({ ...change, done: resolve })
    this.#running ??= this.#run()
    return promise
  }

  /** Waits for what is being written; what fails now is given up. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#running
  }

  async #run(): Promise<void> {
    // Whoever changes several things in one turn writes them together.
    await Promise.resolve()
    let pauseMs = FIRST_PAUSE_MS
    while (this.#waiting.length > 0) {
      const batch = [...this.#waiting]
      try {
        const gone = await writeChanges(this.db, this.server, batch, new Date(this.now()))
        this.#waiting = this.#waiting.slice(batch.length)
        for (const change of batch) change.done(gone.has(change.session.id) ? 'gone' : 'written')
        pauseMs = FIRST_PAUSE_MS
      } catch (error) {
        this.log('dj.write-failed', { error: String(error), changes: batch.length })
        if (this.#closed) {
          for (const change of this.#waiting.splice(0)) change.done('gone')
          break
        }
        await new Promise<void>((resolve) => void this.after(pauseMs, resolve))
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
      }
    }
    this.#running = null
  }
}

/** Ids of those that are gone. */
async function writeChanges(db: Kysely<Database>, server: string, changes: readonly SessionChange[], at: Date): Promise<ReadonlySet<string>> {
  const sessions = [...new Map(changes.map(({ session }) => [session.id, session])).values()]
  const segments = [...new Map(changes.flatMap((change) => change.segments).map((segment) => [segment.id, segment])).values()]
  const events = changes.flatMap(({ session, events: told }) =>
    told.map((event) => ({ sessionId: session.id, seq: event.seq, content: JSON.stringify(storedEvent(event)) })),
  )
  return await db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ id: string }>`
      update dj_sessions set state = changed.state, changed_at = ${at}::timestamptz, progress = changed.progress::jsonb
      from unnest(${sessions.map(({ id }) => id)}::text[], ${sessions.map(({ state }) => state)}::text[],
        ${sessions.map((session) => JSON.stringify(progressOf(session)))}::text[]) changed (id, state, progress)
      where dj_sessions.id = changed.id and dj_sessions.holder = ${server} returning dj_sessions.id`.execute(transaction)
    const kept = new Set(rows.map(({ id }) => id))
    const keptSegments = segments.filter(({ sessionId }) => kept.has(sessionId))
    const keptEvents = events.filter(({ sessionId }) => kept.has(sessionId))
    if (keptSegments.length > 0)
      await sql`
        insert into dj_segments (id, session_id, position, item_id, item_kind, recommendation_id, content)
        select id, session_id, nullif(position, -1), item_id, item_kind, recommendation_id, content::jsonb
        from unnest(${keptSegments.map(({ id }) => id)}::text[], ${keptSegments.map(({ sessionId }) => sessionId)}::text[],
          ${keptSegments.map(({ position }) => position ?? -1)}::int[], ${keptSegments.map(({ traits }) => traits.itemId)}::text[],
          ${keptSegments.map(({ traits }) => traits.kind)}::text[], ${keptSegments.map(({ recommendationId }) => recommendationId)}::text[],
          ${keptSegments.map((segment) => JSON.stringify(contentOf(segment)))}::text[])
          planned (id, session_id, position, item_id, item_kind, recommendation_id, content)
        on conflict (id) do update set position = excluded.position, content = excluded.content`.execute(transaction)
    if (keptEvents.length > 0)
      await sql`
        insert into dj_events (session_id, seq, content, at)
        select session_id, seq, content::jsonb, ${at}::timestamptz
        from unnest(${keptEvents.map(({ sessionId }) => sessionId)}::text[], ${keptEvents.map(({ seq }) => seq)}::int[], ${keptEvents.map(({ content }) => content)}::text[])
          told (session_id, seq, content)
        on conflict do nothing`.execute(transaction)
    return new Set(sessions.filter(({ id }) => !kept.has(id)).map(({ id }) => id))
  })
}

/** What is JSON of a session. */
export function progressOf(record: SessionRecord): SessionProgress {
  const { id: _, listenerId: _listener, state: _state, startedAt: _startedAt, ...progress } = record
  return progress
}

function contentOf({ talkKind, talk, speech, source, traits, isSettled }: SegmentRecord): SegmentContent {
  return { talkKind, talk, speech, source, traits, isSettled }
}
