import type { PageRequest } from '@linernotes/catalog'
import type { Dj } from '@linernotes/dj'
import { toConnection, type Connection } from '../graph/connection.js'
import { toSegmentView, type SegmentView } from './to-dj-event.js'

/** A page of a session's segments. The cursor of a segment is its position; dropped segments leave gaps, and are not counted. */
export async function readSegments(dj: Dj, sessionId: string, page: PageRequest, signal: AbortSignal): Promise<Connection<SegmentView>> {
  const after = page.after === null ? null : Number(page.after)
  // One more than asked for tells whether there are more.
  const found = await dj.segments(sessionId, { first: page.first + 1, after }, signal)
  const nodes = found.slice(0, page.first)
  const views = {
    nodes: nodes.map(toSegmentView),
    cursors: nodes.map(({ position }) => String(position)),
    hasNextPage: found.length > page.first,
    totalCount: 0,
  }
  return { ...toConnection(views, page), totalCount: null }
}
