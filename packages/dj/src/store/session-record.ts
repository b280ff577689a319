import type { ItemKind, Reason } from '@linernotes/recommendations'
import type { NarrateOutcome } from '@linernotes/serving'
import type { SpokenText } from '@linernotes/speech'
import type { ItemTraits } from '../plan/candidate.js'
import type { Playback } from '../playback.js'
import type { DjEvent, DjSegment, DjSession, TalkKind } from '../session.js'
import type { TalkMemory } from '../talk/talk-memory.js'
import type { Wishes } from '../wishes.js'

/** What of a session is one JSON in the database. */
export interface SessionProgress {
  readonly request: string | null
  readonly understood: readonly string[]
  readonly refused: readonly string[]
  readonly kinds: readonly ItemKind[]
  readonly talkEvery: number
  readonly adventurousness: number
  readonly provider: string | null
  readonly language: string
  readonly seed: number
  readonly position: number
  readonly playback: Playback
  readonly wishes: Wishes
  readonly memory: TalkMemory
  /** Segments that were ever planned: numbers the next one. */
  readonly planned: number
  /** When somebody last followed, steered or told what they heard: milliseconds since 1970. */
  readonly attendedAt: number
}

/** A segment as it lies in the database; its reasons lie with its recommendation. */
export interface SegmentContent {
  readonly talkKind: TalkKind
  readonly talk: NarrateOutcome | null
  readonly speech: SpokenText | null
  /** Which recipe or wish it came from. */
  readonly source: string
  readonly traits: ItemTraits
  /** Whether its talk was settled: spoken, or left out on purpose. */
  readonly isSettled: boolean
}

export interface SegmentRecord extends SegmentContent {
  readonly id: string
  readonly sessionId: string
  /** null: dropped. */
  readonly position: number | null
  readonly recommendationId: string
  readonly reasons: readonly Reason[]
}

export interface SessionRecord extends SessionProgress {
  readonly id: string
  readonly listenerId: string | null
  readonly state: DjSession['state']
  readonly startedAt: Date
}

/** An event as it lies in the database. */
export type StoredEvent =
  | { readonly type: 'session'; readonly session: Omit<DjSession, 'startedAt'> & { readonly startedAt: string } }
  | { readonly type: 'segment'; readonly segment: Omit<DjSegment, 'reasons'> }
  | { readonly type: 'segment-dropped'; readonly segmentId: string }
  | { readonly type: 'delta'; readonly segmentId: string; readonly text: string }

export function toSession(record: SessionRecord): DjSession {
  const { id, listenerId, state, request, understood, refused, kinds, talkEvery, adventurousness, provider, language, seed, startedAt, position } = record
  return { id, listenerId, state, request, understood, refused, kinds, talkEvery, adventurousness, provider, language, seed, startedAt, position }
}

export function toSegment(record: SegmentRecord & { readonly position: number }): DjSegment {
  const { id, sessionId, position, recommendationId, reasons, talkKind, isSettled, talk, speech, traits } = record
  return { id, sessionId, position, itemId: traits.itemId, kind: traits.kind, recommendationId, reasons, talkKind, isSettled, talk, speech }
}

export function storedEvent(event: DjEvent): StoredEvent {
  if (event.type === 'session') return { type: 'session', session: { ...event.session, startedAt: event.session.startedAt.toISOString() } }
  if (event.type === 'segment') {
    const { reasons: _, ...segment } = event.segment
    return { type: 'segment', segment }
  }
  const { seq: __, ...rest } = event
  return rest
}
