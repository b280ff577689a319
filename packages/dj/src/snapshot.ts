import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import type { DjEvent } from './session.js'
import type { SessionSight } from './live-sessions.js'
import { lastSeqs } from './store/session.queries.js'
import { toSegment, toSession } from './store/session-record.js'

/**
 * The state of a session as events: the session, then its segments from the one that plays. Each has the number of an event that it stands for, rising, so that
 * whoever is cut off in between goes on from there and misses nothing.
 */
export async function snapshotOf(
  db: Kysely<Database>,
  { session, segments: planned, head }: SessionSight,
): Promise<{ readonly events: readonly DjEvent[]; readonly last: number }> {
  const segments = planned.filter(({ position }) => position >= session.position)
  const seqs = await lastSeqs(
    db,
    session.id,
    segments.map(({ id }) => id),
  )
  const placed = segments
    .flatMap((segment) => {
      const seq = seqs.get(segment.id)
      return seq === undefined ? [] : [{ segment, seq }]
    })
    .toSorted((one, other) => one.seq - other.seq)
  const first = placed[0]?.seq ?? head + 1
  return {
    events: [
      { type: 'session', seq: Math.max(0, first - 1), session: toSession(session) },
      ...placed.map(({ segment, seq }): DjEvent => ({ type: 'segment', seq, segment: toSegment(segment) })),
    ],
    last: placed.at(-1)?.seq ?? Math.max(0, first - 1),
  }
}
