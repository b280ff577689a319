import type { NarrateOutcome } from '@linernotes/serving'
import type { ItemKind, Reason } from '@linernotes/recommendations'
import type { SpokenText } from '@linernotes/speech'

export type DjState = 'live' | 'paused' | 'ended'

/** What a talk is about; the same words as `TalkKind` in the public schema. */
export const talkKinds = ['why', 'fact', 'callback', 'echo', 'bridge', 'introduction', 'silence'] as const
export type TalkKind = (typeof talkKinds)[number]

export interface DjSession {
  readonly id: string
  /** null: nobody in particular. */
  readonly listenerId: string | null
  readonly state: DjState
  /** What was last asked for, in the listener's words; null: the DJ decides. */
  readonly request: string | null
  /** What the last request was taken to mean, in plain words. */
  readonly understood: readonly string[]
  /** What could not be honoured, and why. */
  readonly refused: readonly string[]
  readonly kinds: readonly ItemKind[]
  /** The DJ talks before every n-th item; 0: never. */
  readonly talkEvery: number
  readonly adventurousness: number
  /** Key of the narrative provider asked for; null: the configured order. */
  readonly provider: string | null
  /** BCP 47. */
  readonly language: string
  readonly seed: number
  readonly startedAt: Date
  /** Position of the segment that plays now, from 0. */
  readonly position: number
}

export interface DjSegment {
  readonly id: string
  readonly sessionId: string
  /** From 0. */
  readonly position: number
  readonly itemId: string
  readonly kind: ItemKind
  /** For `recordFeedback`, which also tells the DJ how far the listener is. */
  readonly recommendationId: string
  readonly reasons: readonly Reason[]
  /** What is said before the item. */
  readonly talkKind: TalkKind
  /** Whether it is settled what is said, silence included; false: it is still being prepared. */
  readonly isSettled: boolean
  /** null: not prepared yet, or deliberate silence. */
  readonly talk: NarrateOutcome | null
  /** null: talk stays text. */
  readonly speech: SpokenText | null
}

/** What happened in a session, in order. `seq` counts from 0 and never repeats; a session can be followed again from any of them. */
export type DjEvent =
  | { readonly type: 'session'; readonly seq: number; readonly session: DjSession }
  /** New, or changed: the newest of an id counts. */
  | { readonly type: 'segment'; readonly seq: number; readonly segment: DjSegment }
  /** A segment that was planned and will not be played. */
  | { readonly type: 'segment-dropped'; readonly seq: number; readonly segmentId: string }
  /** Verified words of a talk, as they come. */
  | { readonly type: 'delta'; readonly seq: number; readonly segmentId: string; readonly text: string }
