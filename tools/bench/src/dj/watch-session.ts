import type { Dj, DjSegment } from '@linernotes/dj'

/** A segment as it stood when its item began, and how long its talk took after the clock last moved. */
export interface Transition {
  readonly segment: DjSegment
  /** Whether a talk, or deliberate silence, was settled before the item began. */
  readonly isReady: boolean
  /** Real milliseconds from the last turn of the clock to the settled talk; null: it was not settled. */
  readonly settledMs: number | null
  /** What the session's clock left until the item began, when the talk was settled: no more real time may have passed. */
  readonly leftMs: number
}

/** What is known of a session by following its events. */
export interface WatchedSession {
  readonly transitions: readonly Transition[]
  /** Position of the item that plays, as it was told. */
  position(): number
  /** The same, as the DJ has it: it is told a moment later. */
  movedTo(): Promise<number>
  segmentAt(position: number): DjSegment | null
  isSettled(position: number): boolean
  /** Told of every event; returns what calls it off. */
  onEvent(listener: () => void): () => void
  readonly done: Promise<void>
}

/** Follows a session. `movedAt` says when the clock was last moved, on the clock of `performance`. */
export function watchSession(dj: Dj, sessionId: string, movedAt: () => number, now: () => number, signal: AbortSignal): WatchedSession {
  const told = new Map<string, number>()
  const settledMs = new Map<string, number>()
  const settledAt = new Map<string, number>()
  const planned = new Map<number, DjSegment>()
  const transitions: Transition[] = []
  const listeners = new Set<() => void>()
  let position = 0
  const segmentAt = (at: number): DjSegment | null => planned.get(at) ?? null
  // The first telling of a segment plans it, the second one settles its talk.
  const isSettled = (at: number): boolean => (told.get(segmentAt(at)?.id ?? '') ?? 0) >= 2

  async function follow(): Promise<void> {
    const events = await dj.events(sessionId, -1, signal)
    if (events === null) throw new Error(`There is no session ${sessionId}`)
    for await (const event of events) {
      if (event.type === 'segment') {
        const { segment } = event
        planned.set(segment.position, segment)
        told.set(segment.id, (told.get(segment.id) ?? 0) + 1)
        if (told.get(segment.id) === 2) {
          settledMs.set(segment.id, performance.now() - movedAt())
          settledAt.set(segment.id, now())
        }
      } else if (event.type === 'session' && event.session.position > position) {
        position = event.session.position
        const segment = segmentAt(position)
        if (segment !== null)
          transitions.push({
            segment,
            isReady: isSettled(position),
            settledMs: settledMs.get(segment.id) ?? null,
            leftMs: now() - (settledAt.get(segment.id) ?? now()),
          })
      }
      for (const listener of listeners) listener()
    }
  }
  const done = follow().catch((error: unknown) => {
    if (!signal.aborted) throw error
  })
  return {
    transitions,
    position: () => position,
    movedTo: async () => (await dj.find([sessionId], signal))[0]?.position ?? -1,
    segmentAt,
    isSettled,
    onEvent: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    done,
  }
}
