import { entityKind, ImportTally, type ImportReport } from '@linernotes/catalog'
import { bumpDataVersion, type Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { checkMoment, checkPlayedMs } from './listen-checks.js'

export interface FeedbackEvent {
  readonly recommendationId: string
  /** The narrative that was on show, if any. */
  readonly narrativeId?: string | null
  readonly outcome: 'impression' | 'click' | 'play' | 'skip' | 'save' | 'hide'
  /** Left out: now. */
  readonly at?: Date | string | null
  readonly playedMs?: number | null
  /** Makes a retry harmless. */
  readonly clientEventId: string
}

/** Nothing was recorded, and why. */
export interface FeedbackRefusal {
  readonly code: 'NOT_FOUND' | 'INVALID_INPUT'
  readonly message: string
  /** Where in the events: index and field. */
  readonly path: readonly string[]
}

/** Records all events, or none: an event about a recommendation that was never made is refused. The same `clientEventId` twice is a duplicate. */
export async function recordFeedback(
  db: Kysely<Database>,
  events: readonly FeedbackEvent[],
  options: { readonly now: () => number },
): Promise<ImportReport | FeedbackRefusal> {
  const tally = new ImportTally()
  tally.read = events.length
  if (events.length === 0) return tally.report('feedback')
  const recommendations = await findRecommendations(
    db,
    events.flatMap(({ recommendationId }) => (entityKind(recommendationId) === null ? [] : [recommendationId])),
  )
  const narratives = await findNarratives(
    db,
    events.flatMap(({ narrativeId }) => (typeof narrativeId === 'string' && entityKind(narrativeId) !== null ? [narrativeId] : [])),
  )
  const rows = []
  for (const [index, event] of events.entries()) {
    const recommendation = recommendations.get(event.recommendationId)
    const at = checkMoment(event.at === undefined || event.at === null ? options.now() : new Date(event.at).getTime(), options.now())
    const playedMs = checkPlayedMs(event.playedMs ?? null)
    if (recommendation === undefined) return refuse('NOT_FOUND', index, 'recommendationId', 'no recommendation has this id')
    if (typeof event.narrativeId === 'string' && !narratives.has(event.narrativeId))
      return refuse('NOT_FOUND', index, 'narrativeId', 'no narrative has this id')
    if (!at.ok) return refuse('INVALID_INPUT', index, 'at', at.message)
    if (!playedMs.ok) return refuse('INVALID_INPUT', index, 'playedMs', playedMs.message)
    if (!/^[^\p{Cc}]{1,200}$/u.test(event.clientEventId)) return refuse('INVALID_INPUT', index, 'clientEventId', 'expected 1 to 200 visible characters')
    rows.push({
      client_event_id: event.clientEventId,
      recommendation_id: event.recommendationId,
      listener_id: recommendation.listener_id,
      item_id: recommendation.item_id,
      narrative_id: event.narrativeId ?? null,
      outcome: event.outcome,
      at: new Date(at.value),
      played_ms: playedMs.value,
    })
  }
  const recorded = await db
    .insertInto('feedback')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('outcome')
    .execute()
  tally.imported = recorded.length
  // Looking at something changes nothing that is computed from everybody's listening, and is told too often to start that anew.
  if (recorded.some(({ outcome }) => outcome !== 'impression' && outcome !== 'click')) await bumpDataVersion(db, 'listening')
  tally.duplicates = rows.length - recorded.length
  return tally.report('feedback')
}

function refuse(code: FeedbackRefusal['code'], index: number, field: string, message: string): FeedbackRefusal {
  return { code, message: `events.${index}.${field}: ${message}`, path: ['events', String(index), field] }
}

async function findRecommendations(db: Kysely<Database>, ids: readonly string[]): Promise<Map<string, { listener_id: string | null; item_id: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('recommendations').select(['id', 'listener_id', 'item_id']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

async function findNarratives(db: Kysely<Database>, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db.selectFrom('narratives').select('id').where('id', 'in', ids).execute()
  return new Set(rows.map((row) => row.id))
}
