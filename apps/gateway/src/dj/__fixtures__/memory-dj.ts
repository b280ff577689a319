import { entityId } from '@linernotes/catalog'
import type { Dj, DjEvent, DjRefusal, DjSegment, DjSession } from '@linernotes/dj'
import type { Platform } from '@linernotes/serving'
import type { SpokenText } from '@linernotes/speech'

type NewEvent = DjEvent extends infer Event ? (Event extends DjEvent ? Omit<Event, 'seq'> : never) : never

/** A session with everything that happened in it. */
interface Told {
  session: DjSession
  readonly events: DjEvent[]
  segments: DjSegment[]
  readonly waiting: Set<() => void>
}

export interface MemoryDjOptions {
  /** What every talk is spoken as. */
  readonly speech?: SpokenText | null
  /** Pieces that a talk comes in. */
  readonly talk?: readonly string[]
}

export interface MemoryDj extends Dj {
  /** Lets something happen in a session. */
  happen(sessionId: string, ...events: NewEvent[]): void
  readonly listeners: (sessionId: string) => number
}

const AHEAD = 3

/** A DJ without a database or a plan of its own: sessions live in memory, items come from one recommendation list. What the gateway does with a DJ is tested on it. */
export function memoryDj(platform: Platform, { speech = null, talk = ['First words. ', 'Second words.'] }: MemoryDjOptions = {}): MemoryDj {
  const told = new Map<string, Told>()
  const happen = (sessionId: string, ...events: NewEvent[]): void => {
    const of = told.get(sessionId)
    if (of === undefined) throw new Error(`no session ${sessionId}`)
    for (const event of events) {
      of.events.push({ ...event, seq: of.events.length } as DjEvent)
      if (event.type === 'session') of.session = event.session
      if (event.type === 'segment') of.segments = [...of.segments.filter(({ id }) => id !== event.segment.id), event.segment]
      if (event.type === 'segment-dropped') of.segments = of.segments.filter(({ id }) => id !== event.segmentId)
    }
    for (const wake of of.waiting) wake()
  }
  const plan = async (session: DjSession, from: number, signal: AbortSignal): Promise<void> => {
    const { listenerId, kinds } = session
    const { items } = await platform.recommend({ listenerId, kinds, first: from + AHEAD, afterRank: 0 }, signal)
    for (const [position, { id: recommendationId, itemId, kind, reasons, ...rest }] of items.entries()) {
      if (position < from) continue
      const segment: DjSegment = {
        id: entityId('dj-segment', session.id, String(position)),
        sessionId: session.id,
        position,
        itemId,
        kind,
        recommendationId,
        reasons,
        talkKind: 'why',
        isSettled: false,
        talk: null,
        speech: null,
      }
      happen(session.id, { type: 'segment', segment })
      const [written] = await platform.narrate([{ itemId, kind, listenerId, reasons, facts: rest.facts }], options, signal)
      happen(session.id, ...talk.map((text) => ({ type: 'delta', segmentId: segment.id, text }) as const))
      happen(session.id, { type: 'segment', segment: { ...segment, isSettled: true, talk: written ?? null, speech } })
    }
  }
  return {
    happen,
    listeners: (sessionId) => told.get(sessionId)?.waiting.size ?? 0,
    async start(input, signal) {
      if (input.adventurousness < 0 || input.adventurousness > 1) return refusal('INVALID_INPUT', 'adventurousness: expected 0 to 1', 'adventurousness')
      const id = entityId('dj-session', String(told.size))
      const session: DjSession = { ...input, id, state: 'live', understood: [], refused: [], seed: input.seed ?? 1, startedAt: new Date(0), position: 0 }
      told.set(id, { session, events: [], segments: [], waiting: new Set() })
      happen(id, { type: 'session', session })
      await plan(session, 0, signal)
      return session
    },
    async steer({ sessionId, request, talkEvery, skip }) {
      const of = told.get(sessionId)
      if (of === undefined) return refusal('NOT_FOUND', 'sessionId: there is no session with this id', 'sessionId')
      const dropped = of.segments.filter(({ position }) => position > of.session.position + 1)
      const { position } = of.session
      const session: DjSession = { ...of.session, request, understood: request === null ? [] : [request], talkEvery: talkEvery ?? 1, position: position + (skip ? 1 : 0) }
      happen(sessionId, { type: 'session', session }, ...dropped.map(({ id: segmentId }) => ({ type: 'segment-dropped', segmentId }) as const))
      return session
    },
    async heard(events) {
      for (const { recommendationId, outcome } of events)
        for (const [id, { session, segments }] of told) {
          const at = segments.find((segment) => segment.recommendationId === recommendationId)
          if (at && outcome === 'play') happen(id, { type: 'session', session: { ...session, position: at.position + 1 } })
        }
    },
    find: async (ids) => ids.map((id) => told.get(id)?.session ?? null),
    segments: async (sessionId, { first, after }) =>
      (told.get(sessionId)?.segments ?? []).toSorted((a, b) => a.position - b.position).filter(({ position }) => position > (after ?? -1)).slice(0, first),
    findSegments: async (ids) => ids.map((id) => [...told.values()].flatMap(({ segments }) => segments).find((segment) => segment.id === id) ?? null),
    newestSeqs: async (ids) => ids.map((id) => (told.get(id)?.events.length ?? 0) - 1),
    async events(sessionId, resumeAfterSeq, signal) {
      const of = told.get(sessionId)
      return of === undefined ? null : follow(of, resumeAfterSeq ?? -1, signal)
    },
    export: async (sessionId) => (told.has(sessionId) ? { playlist: { title: 'DJ', track: told.get(sessionId)?.segments.map(({ itemId }) => ({ identifier: itemId })) } } : null),
    [Symbol.asyncDispose]: async () => undefined,
  }
}

const refusal = (code: DjRefusal['code'], message: string, path: string): DjRefusal => ({ type: 'refused', code, message, path: ['input', path] })

const options = { provider: null, style: 'dj', language: 'en', maxWords: null, seed: null, spoilerFree: true, cache: 'prefer' } as const

async function* follow(of: Told, after: number, signal: AbortSignal): AsyncGenerator<DjEvent> {
  for (let next = after + 1; of.session.state !== 'ended' || next < of.events.length; ) {
    const event = of.events[next]
    if (event !== undefined) {
      yield event
      next += 1
      continue
    }
    const more = Promise.withResolvers<void>()
    const abort = (): void => more.reject(signal.reason)
    of.waiting.add(more.resolve)
    signal.addEventListener('abort', abort, { once: true })
    if (signal.aborted) abort()
    try {
      await more.promise
    } finally {
      of.waiting.delete(more.resolve)
      signal.removeEventListener('abort', abort)
    }
  }
}
