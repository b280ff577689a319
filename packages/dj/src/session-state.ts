import { entityId } from '@linernotes/catalog'
import type { DjOptions } from './dj-options.js'
import { endOf, lengthOf, type Playback } from './playback.js'
import type { Gate } from './gate.js'
import type { Planner } from './plan/planner.js'
import type { DjEvent, DjSession } from './session.js'
import type { SessionLog } from './session-log.js'
import { toSegment, toSession, type SegmentRecord, type SessionRecord } from './store/session-record.js'
import type { StoredSession } from './store/session.queries.js'
import type { SessionWriter, Written } from './store/session-writer.js'
import type { TalkWriter } from './talk/talk-writer.js'
import type { Wheel } from './wheel.js'

/** What sessions share. */
export interface SessionTools {
  readonly options: DjOptions
  readonly planner: Planner
  readonly talkWriter: TalkWriter
  readonly writer: SessionWriter
  readonly wheel: Wheel
  /** Before whatever reads much of the database. */
  readonly gate: Gate
  /** Ends all work when the DJ closes. */
  readonly signal: AbortSignal
}

export type PlacedSegment = SegmentRecord & { readonly position: number }

/** What changes together, and is told together. */
interface Update {
  readonly session?: Partial<SessionRecord>
  /** New, or changed. */
  readonly segments?: readonly PlacedSegment[]
  readonly dropped?: readonly PlacedSegment[]
  readonly delta?: { readonly segmentId: string; readonly text: string }
}

/** The state of one session in memory: every change of it goes through `update`, is numbered, written, and then told to those who follow. */
export class SessionState {
  #session: SessionRecord
  #segments: readonly PlacedSegment[]
  #nextSeq: number
  readonly #words: Map<string, string>
  #written: Promise<Written> = Promise.resolve('written')

  constructor(
    readonly tools: SessionTools,
    readonly log: SessionLog,
    stored: StoredSession,
    private readonly onGone: () => void,
  ) {
    this.#session = stored.session
    this.#segments = stored.segments.filter(isPlaced)
    this.#nextSeq = stored.nextSeq
    this.#words = new Map(stored.words)
  }

  get session(): SessionRecord {
    return this.#session
  }

  /** By position. */
  get segments(): readonly PlacedSegment[] {
    return this.#segments
  }

  get current(): PlacedSegment | null {
    return this.at(this.#session.position)
  }

  get next(): PlacedSegment | null {
    return this.at(this.#session.position + 1)
  }

  at(position: number): PlacedSegment | null {
    return this.#segments.find((segment) => segment.position === position) ?? null
  }

  find(segmentId: string): PlacedSegment | null {
    return this.#segments.find(({ id }) => id === segmentId) ?? null
  }

  /** What was told of the talk before a segment, word by word. */
  wordsOf(segmentId: string): string {
    return this.#words.get(segmentId) ?? ''
  }

  /** Settles when everything so far is in the database. */
  written(): Promise<Written> {
    return this.#written
  }

  update(update: Update): Promise<Written> {
    const before = toSession(this.#session)
    this.#session = { ...this.#session, ...update.session }
    const gone = new Set(update.dropped?.map(({ id }) => id))
    const changed = new Map(update.segments?.map((segment) => [segment.id, segment]))
    const kept = this.#segments.filter(({ id }) => !gone.has(id)).map((segment) => changed.get(segment.id) ?? segment)
    const added = [...changed.values()].filter(({ id }) => !this.#segments.some((segment) => segment.id === id))
    this.#segments = [...kept, ...added].toSorted((one, other) => one.position - other.position)
    const session = toSession(this.#session)
    const events: DjEvent[] = []
    if (this.#nextSeq === 0 || isChanged(before, session)) events.push({ type: 'session', seq: this.#nextSeq++, session })
    for (const { id } of update.dropped ?? []) events.push({ type: 'segment-dropped', seq: this.#nextSeq++, segmentId: id })
    for (const segment of update.segments ?? []) events.push({ type: 'segment', seq: this.#nextSeq++, segment: toSegment(segment) })
    if (update.delta !== undefined) this.#words.set(update.delta.segmentId, this.wordsOf(update.delta.segmentId) + update.delta.text)
    if (update.delta !== undefined) events.push({ type: 'delta', seq: this.#nextSeq++, ...update.delta })
    const segments = [...(update.segments ?? []), ...(update.dropped ?? []).map((segment) => ({ ...segment, position: null }))]
    this.#written = this.#write(segments, events)
    return this.#written
  }

  async #write(segments: readonly SegmentRecord[], events: readonly DjEvent[]): Promise<Written> {
    const written = await this.tools.writer.write({ session: this.#session, segments, events })
    if (written === 'written') this.log.publish(events)
    else this.onGone()
    return written
  }

  /** The next id of a segment: the same session gives the same. */
  newSegmentId(): string {
    return entityId('dj-segment', this.#session.id, String(this.#session.planned))
  }

  /** When the item that plays ends; null: never, as it is. */
  get endsAt(): number | null {
    return endOf(this.#session.playback)
  }

  /** The item of a segment from its beginning. */
  playing(segment: PlacedSegment, startedAt: number): Playback {
    const spokenMs = segment.speech?.durationMs ?? 0
    const itemMs = Math.min(lengthOf(segment.traits.kind, segment.traits.durationMs), this.tools.options.longestItemMs ?? Infinity)
    return { type: 'playing', startedAt, lengthMs: spokenMs + itemMs }
  }
}

export function isPlaced(segment: SegmentRecord): segment is PlacedSegment {
  return segment.position !== null
}

function isChanged(one: DjSession, other: DjSession): boolean {
  return JSON.stringify(one) !== JSON.stringify(other)
}
