import type { ItemKind } from '@linernotes/recommendations'
import type { DjEvent, DjSegment, DjSession } from './session.js'

export interface StartDj {
  readonly listenerId: string | null
  /** In words; null: the DJ decides. */
  readonly request: string | null
  readonly kinds: readonly ItemKind[]
  readonly adventurousness: number
  readonly talkEvery: number
  readonly provider: string | null
  readonly language: string
  /** null: one is drawn. */
  readonly seed: number | null
}

export interface SteerDj {
  readonly sessionId: string
  readonly request: string | null
  readonly talkEvery: number | null
  readonly adventurousness: number | null
  readonly skip: boolean
  /** true: wait; false: go on. Left out: as it is. */
  readonly pause?: boolean | null
}

/** Refusal of an input, as a value. */
export interface DjRefusal {
  readonly type: 'refused'
  readonly code: 'NOT_FOUND' | 'INVALID_INPUT' | 'CONFLICT'
  /** Names the field, the reason and the remedy. */
  readonly message: string
  readonly path: readonly string[]
}

/** What a listener did with the item of a segment, as `recordFeedback` tells it. */
export interface Heard {
  readonly recommendationId: string
  /** 'impression': it plays now; 'play': it was heard to its end; 'skip': it was broken off. */
  readonly outcome: 'impression' | 'click' | 'play' | 'skip' | 'save' | 'hide'
  readonly at: Date
}

/** Every session of this platform, kept in the database: a restart loses nothing that was told. */
export interface Dj extends AsyncDisposable {
  start(input: StartDj, signal: AbortSignal): Promise<DjSession | DjRefusal>
  steer(input: SteerDj, signal: AbortSignal): Promise<DjSession | DjRefusal>
  /** Moves sessions on; what belongs to no segment is ignored. */
  heard(events: readonly Heard[], signal: AbortSignal): Promise<void>
  find(sessionIds: readonly string[], signal: AbortSignal): Promise<readonly (DjSession | null)[]>
  /** Segments by position, dropped ones left out. `after`: position of the last one seen; null: from the first. */
  segments(sessionId: string, page: { readonly first: number; readonly after: number | null }, signal: AbortSignal): Promise<readonly DjSegment[]>
  findSegments(segmentIds: readonly string[], signal: AbortSignal): Promise<readonly (DjSegment | null)[]>
  /** Number of the newest event of each session; -1: nothing happened yet, or there is no such session. */
  newestSeqs(sessionIds: readonly string[], signal: AbortSignal): Promise<readonly number[]>
  /** What happened after `resumeAfterSeq` (null: first the state as it is: the session, then its segments from the one that plays), then what happens, until the session ends. null: no such session. */
  events(sessionId: string, resumeAfterSeq: number | null, signal: AbortSignal): Promise<AsyncIterable<DjEvent> | null>
  /** The session as JSPF, a playlist with the DJ's words as annotations; null: no such session. */
  export(sessionId: string, signal: AbortSignal): Promise<object | null>
}
