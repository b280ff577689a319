import { setTimeout as sleep } from 'node:timers/promises'
import type { Dj, DjSession } from '@linernotes/dj'
import { watchSession, type Transition, type WatchedSession } from './watch-session.js'

export interface SimPlan {
  readonly transitions: number
  /** Who listens, in turn. */
  readonly listenerIds: readonly string[]
  /** Transitions of one session. */
  readonly perSession: number
  readonly seed: number
  readonly provider: string | null
  /** Every so many transitions the listener asks for something else; 0: never. */
  readonly steerEvery: number
  readonly onTransition: (done: number) => void
  readonly signal: AbortSignal
}

export interface SimRun {
  readonly transitions: readonly Transition[]
  readonly steerings: readonly number[]
}

/** How the time of a session passes: settles once the item that plays has ended, or no later than the patience allows. */
export type PassTime = (session: WatchedSession, position: number) => Promise<void>

/** Sessions one after the other, each for so many transitions. */
export async function runSessions(dj: Dj, plan: SimPlan, movedAt: () => number, passTime: PassTime, now: () => number = Date.now): Promise<SimRun> {
  const transitions: Transition[] = []
  const steerings: number[] = []
  for (let number = 0; transitions.length < plan.transitions; number += 1) {
    const wanted = Math.min(plan.perSession, plan.transitions - transitions.length)
    const session = await begin(dj, plan, number)
    const left = new AbortController()
    const watched = watchSession(dj, session.id, movedAt, now, AbortSignal.any([left.signal, plan.signal]))
    while (watched.transitions.length < wanted) {
      plan.signal.throwIfAborted()
      const position = watched.position()
      await passTime(watched, position)
      if (plan.steerEvery > 0 && position % plan.steerEvery === plan.steerEvery - 1) steerings.push(await steer(dj, session.id, watched, position, plan.signal))
      plan.onTransition(transitions.length + watched.transitions.length)
    }
    transitions.push(...watched.transitions.slice(0, wanted))
    left.abort(new DOMException('The session was watched long enough.', 'AbortError'))
    await watched.done
    await dj.steer({ sessionId: session.id, request: 'end', talkEvery: null, adventurousness: null, skip: false }, plan.signal)
  }
  return { transitions, steerings }
}

async function begin(dj: Dj, plan: SimPlan, number: number): Promise<DjSession> {
  const listenerId = plan.listenerIds[number % plan.listenerIds.length] ?? null
  const common = { request: null, kinds: ['track'] as const, adventurousness: 0.4, talkEvery: 1, language: 'en' }
  const session = await dj.start({ ...common, listenerId, provider: plan.provider, seed: plan.seed + number }, plan.signal)
  if ('type' in session) throw new Error(`A session could not start: ${session.message}`)
  return session
}

/** Asks for something else; real milliseconds until the next item is another one. */
async function steer(dj: Dj, sessionId: string, watched: WatchedSession, position: number, signal: AbortSignal): Promise<number> {
  const at = watched.position() + 1
  const before = watched.segmentAt(at)?.id
  const startedAt = performance.now()
  const changed = new Promise<void>((resolve) => {
    const cancel = watched.onEvent(() => {
      if (watched.segmentAt(at)?.id === before) return
      cancel()
      resolve()
    })
  })
  const adventurousness = position % 2 === 0 ? 0.8 : 0.2
  await dj.steer({ sessionId, request: position % 4 < 2 ? 'calmer' : 'livelier', talkEvery: null, adventurousness, skip: false }, signal)
  await Promise.race([changed, sleep(10_000)])
  return performance.now() - startedAt
}
