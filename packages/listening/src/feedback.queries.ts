import type { Database } from '@linernotes/database'
import { sql, type Kysely } from 'kysely'

/** What a listener made of one item that was recommended. Times in milliseconds since 1970. */
export interface ItemFeedback {
  readonly itemId: string
  readonly plays: number
  readonly skips: number
  readonly isSaved: boolean
  /** Not to be shown again. */
  readonly isHidden: boolean
  /** When it was last played, skipped, saved or hidden; null: it was only looked at. */
  readonly judgedAt: number | null
  /** When it was last on show: every event says so. */
  readonly shownAt: number
}

/**
 * What listeners made of what they were shown, by listener and item, in one statement. Counts and latest times of a set of events: neither their order nor
 * how often one was sent can be seen. Listeners without feedback have an empty map. Up to a place in the log, and not further.
 */
export async function readFeedback(db: Kysely<Database>, listenerIds: readonly string[], through: number): Promise<Map<string, Map<string, ItemFeedback>>> {
  const { rows } = await sql<ItemFeedback & { listenerId: string }>`
    select listener_id as "listenerId", item_id as "itemId", (count(*) filter (where outcome = 'play'))::int as plays, (count(*) filter (where outcome = 'skip'))::int as skips,
      bool_or(outcome = 'save') as "isSaved", bool_or(outcome = 'hide') as "isHidden",
      (extract(epoch from max(at) filter (where outcome in ('play', 'skip', 'save', 'hide'))) * 1000)::float8 as "judgedAt",
      (extract(epoch from max(at)) * 1000)::float8 as "shownAt"
    from feedback where listener_id in (${sql.join(listenerIds)}) and position <= ${through} group by listener_id, item_id order by listener_id, item_id`.execute(
    db,
  )
  const found = new Map(listenerIds.map((id) => [id, new Map<string, ItemFeedback>()]))
  for (const { listenerId, ...feedback } of rows) found.get(listenerId)?.set(feedback.itemId, feedback)
  return found
}

/** The items among them that are not to be shown again. */
export function hiddenIn(feedback: ReadonlyMap<string, ItemFeedback>): ReadonlySet<string> {
  return new Set([...feedback.values()].flatMap(({ itemId, isHidden }) => (isHidden ? [itemId] : [])))
}
