import type { DjEvent, DjRefusal, DjSegment, DjSession } from '@linernotes/dj'
import { inputError } from '../graph/user-error.type.js'
import { ErrorCode } from '../narratives/narrative.enums.js'

/** A session, with the number of the event that brought it; undefined: it was read. */
export type SessionView = DjSession & { readonly typeName: 'DjSession'; readonly seq?: number }

/** The same of a segment. */
export type SegmentView = DjSegment & { readonly typeName: 'DjSegment'; readonly seq?: number }

export const toSessionView = (session: DjSession): SessionView => ({ typeName: 'DjSession', ...session })

export const toSegmentView = (segment: DjSegment): SegmentView => ({ typeName: 'DjSegment', ...segment })

/** What `startDjSession` and `steerDjSession` answer. */
export function toDjResult(result: DjSession | DjRefusal): object {
  return 'type' in result ? inputError(ErrorCode[result.code], result.message, [...result.path]) : toSessionView(result)
}

export function toDjEvent(event: DjEvent): object {
  const { seq } = event
  switch (event.type) {
    case 'session':
      return { ...toSessionView(event.session), seq }
    case 'segment':
      return { ...toSegmentView(event.segment), seq }
    case 'segment-dropped':
      return { typeName: 'DjSegmentDropped', seq, segmentId: event.segmentId }
    case 'delta':
      return { typeName: 'NarrativeDelta', seq, text: event.text, segmentId: event.segmentId }
  }
}
