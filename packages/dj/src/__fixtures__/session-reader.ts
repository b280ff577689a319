import { setTimeout as sleep } from 'node:timers/promises'
import type { Dj, DjEvent, DjRefusal, DjSegment, DjSession, StartDj, SteerDj } from '../index.js'
import { listening } from './dj-world.js'

export const anybody: StartDj = { listenerId: null, request: null, kinds: ['track'], adventurousness: 0.4, talkEvery: 1, provider: null, language: 'en', seed: 7 }

export const nothingAsked = { request: null, talkEvery: null, adventurousness: null, skip: false } as const

/** A session, where the answer is one. */
export function sessionOf(answer: DjSession | DjRefusal): DjSession {
  if ('type' in answer) throw new Error(answer.message)
  return answer
}

export async function steered(dj: Dj, input: Partial<SteerDj> & Pick<SteerDj, 'sessionId'>): Promise<DjSession> {
  return sessionOf(await dj.steer({ ...nothingAsked, ...input }, listening))
}

/** Waits in real time: what is not there after ten seconds does not come. */
export async function until<Value>(look: () => Promise<Value | null> | Value | null, what: string): Promise<Value> {
  const end = performance.now() + 10_000
  for (;;) {
    const found = await look()
    if (found !== null) return found
    if (performance.now() > end) throw new Error(`In vain: ${what}`)
    await sleep(2)
  }
}

/** Everything that happened in a session so far. */
export async function eventsOf(dj: Dj, sessionId: string, after = -1): Promise<DjEvent[]> {
  const found: DjEvent[] = []
  const left = new AbortController()
  try {
    // A session that was not in memory is read first.
    let idle = setTimeout(() => left.abort(), 2_000)
    for await (const event of (await dj.events(sessionId, after, left.signal)) ?? []) {
      found.push(event)
      clearTimeout(idle)
      idle = setTimeout(() => left.abort(), 80)
    }
  } catch (error) {
    if (!left.signal.aborted) throw error
  }
  return found
}

export async function planOf(dj: Dj, sessionId: string): Promise<readonly DjSegment[]> {
  return await dj.segments(sessionId, { first: 500, after: null }, listening)
}

/** Waits until the segment of a position was planned and, where wanted, its talk settled. */
export async function settled(dj: Dj, sessionId: string, position: number): Promise<DjSegment> {
  return await until(async () => {
    const events = await eventsOf(dj, sessionId)
    const told = events.filter((event) => event.type === 'segment' && event.segment.position === position).map((event) => (event.type === 'segment' ? event.segment : null))
    const last = told.at(-1) ?? null
    return last !== null && told.filter((segment) => segment?.id === last.id).length >= 2 ? last : null
  }, `talk of position ${position}`)
}
