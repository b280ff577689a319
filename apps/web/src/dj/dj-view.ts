import type { ResultOf } from '../api/graphql'
import type { followDj } from './dj-documents'

export type DjEvent = ResultOf<typeof followDj>['djSession']
export type Session = Extract<DjEvent, { __typename: 'DjSession' }>
export type Segment = Extract<DjEvent, { __typename: 'DjSegment' }>
export type Item = Segment['item']
export type Talk = Extract<NonNullable<Segment['talk']>, { __typename: 'Narrative' }>

/** What the page knows of a session: all that was told so far. */
export interface DjView {
  readonly session: Session | null
  readonly segments: ReadonlyMap<string, Segment>
  /** Words of talks as they come, by segment; a whole talk takes their place. */
  readonly words: ReadonlyMap<string, readonly string[]>
  /** Number of the newest event; null: none came yet. */
  readonly lastSeq: number | null
}

export const emptyView: DjView = { session: null, segments: new Map(), words: new Map(), lastSeq: null }

/** The view after an event. What was told before changes nothing: a stream that was cut may be followed from anywhere. */
export function withEvent(view: DjView, event: DjEvent): DjView {
  const lastSeq = event.seq
  if (lastSeq <= (view.lastSeq ?? -1)) return view
  switch (event.__typename) {
    case 'DjSession':
      // What a mutation answered may be ahead of the stream.
      return lastSeq < (view.session?.seq ?? -1) ? { ...view, lastSeq } : { ...view, lastSeq, session: event }
    case 'DjSegment':
      return { ...view, lastSeq, segments: new Map(view.segments).set(event.id, event) }
    case 'NarrativeDelta': {
      if (event.segmentId === null) return view
      return { ...view, lastSeq, words: new Map(view.words).set(event.segmentId, [...(view.words.get(event.segmentId) ?? []), event.text]) }
    }
    case 'DjSegmentDropped':
      return { ...view, lastSeq, segments: without(view.segments, event.segmentId), words: without(view.words, event.segmentId) }
  }
}

/** The session as a mutation answered it; what the stream said since counts more. */
export function withAnswer(view: DjView, session: Session): DjView {
  return session.seq < (view.session?.seq ?? -1) ? view : { ...view, session }
}

/** The segment at a position, and those that follow it. */
export function planFrom(view: DjView, position: number): { readonly now: Segment | null; readonly next: readonly Segment[] } {
  const ahead = [...view.segments.values()].filter((segment) => segment.position >= position).toSorted((a, b) => a.position - b.position)
  const [first] = ahead
  return first?.position === position ? { now: first, next: ahead.slice(1) } : { now: null, next: ahead }
}

/** What is said before a segment, as far as it has come, in the pieces it came in. */
export function talkOf(view: DjView, segment: Segment): { readonly pieces: readonly string[]; readonly isWhole: boolean } {
  const pieces = view.words.get(segment.id) ?? []
  if (segment.talk?.__typename !== 'Narrative') return { pieces, isWhole: segment.isSettled }
  // Who heard it in pieces does not hear it again as a whole.
  return { pieces: pieces.join('') === segment.talk.text ? pieces : [segment.talk.text], isWhole: true }
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string | null): ReadonlyMap<string, Value> {
  const rest = new Map(map)
  if (key !== null) rest.delete(key)
  return rest
}
