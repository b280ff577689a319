import { entityKind } from '@linernotes/catalog'
import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import type { Holding } from './holding.js'
import { LiveSession } from './live-session.js'
import { SessionLog } from './session-log.js'
import { isPlaced, SessionState, type PlacedSegment, type SessionTools } from './session-state.js'
import { readSessions, type StoredSession } from './store/session.queries.js'
import type { SessionRecord } from './store/session-record.js'

/** A session as it is, wherever it is held. */
export interface SessionSight {
  readonly session: SessionRecord
  /** By position. */
  readonly segments: readonly PlacedSegment[]
  /** Number of its newest event; -1: nothing happened yet. */
  readonly head: number
}

/** Sessions in memory: those that this server holds and that are live, or that somebody asked for. */
export class LiveSessions {
  readonly #sessions = new Map<string, Promise<LiveSession | null>>()

  constructor(
    private readonly db: Kysely<Database>,
    private readonly tools: SessionTools,
    private readonly holding: Holding,
  ) {}

  /** Goes on with those that were live. */
  async open(): Promise<void> {
    const goOn = (ids: readonly string[]): void => {
      for (const id of ids) void this.#session(id, false)
    }
    const drop = (ids: readonly string[]): void => {
      for (const id of ids) void this.#drop(id)
    }
    goOn(await this.holding.open({ held: () => [...this.#sessions.keys()], onTaken: goOn, onLost: drop }))
  }

  /** Where this server holds it, or nobody does; null: it is held elsewhere, has ended, or there is none. */
  async find(id: string): Promise<LiveSession | null> {
    return entityKind(id) === 'dj-session' ? await this.#session(id, false) : null
  }

  /** Takes it from whoever holds it; null: it has ended, or there is none. */
  async hold(id: string): Promise<LiveSession | null> {
    const live = await this.find(id)
    if (live !== null && (await this.holding.keeps(id))) return live
    if (live !== null) await this.#drop(id)
    return entityKind(id) === 'dj-session' ? await this.#session(id, true) : null
  }

  /** null: there is none. */
  async see(id: string): Promise<SessionSight | null> {
    const live = await this.find(id)
    if (live !== null) return { session: live.state.session, segments: live.state.segments, head: live.state.log.head }
    const stored = entityKind(id) === 'dj-session' ? (await readSessions(this.db, [id])).get(id) : undefined
    return stored === undefined ? null : { session: stored.session, segments: stored.segments.filter(isPlaced), head: stored.nextSeq - 1 }
  }

  /** One that has just been put into the database. */
  begin(stored: StoredSession): LiveSession {
    const live = this.#enter(stored)
    this.#sessions.set(stored.session.id, Promise.resolve(live))
    return live
  }

  async all(): Promise<readonly LiveSession[]> {
    const sessions = await Promise.all([...this.#sessions.values()].map((session) => session.catch(() => null)))
    return sessions.filter((session) => session !== null)
  }

  #session(id: string, byForce: boolean): Promise<LiveSession | null> {
    const known = this.#sessions.get(id)
    if (known !== undefined) return known
    const loaded = this.#load(id, byForce)
    this.#sessions.set(id, loaded)
    void this.#settle(id, loaded)
    return loaded
  }

  /** What could not be read, and what is held elsewhere, is looked for again the next time. */
  async #settle(id: string, loaded: Promise<LiveSession | null>): Promise<void> {
    try {
      if ((await loaded) !== null) return
    } catch (error) {
      this.tools.options.log('dj.session-failed', { sessionId: id, error: String(error) })
    }
    if (this.#sessions.get(id) === loaded) this.#sessions.delete(id)
  }

  /** Another server has it: nothing more is done with it here, and who follows it reads on. */
  async #drop(id: string): Promise<void> {
    const live = await this.#sessions.get(id)?.catch(() => null)
    live?.leave()
  }

  async #load(id: string, byForce: boolean): Promise<LiveSession | null> {
    if (this.tools.signal.aborted || !(await this.holding.take(id, byForce))) return null
    const stored = (await readSessions(this.db, [id])).get(id)
    if (stored === undefined) return null
    const live = this.#enter(stored)
    void live.run()
    return live
  }

  #enter(stored: StoredSession): LiveSession {
    const { id } = stored.session
    const log = new SessionLog(this.db, id, stored.nextSeq - 1)
    const forget = (): void => {
      this.#sessions.delete(id)
      this.tools.planner.forget(id)
    }
    // It is not in the database any more, or another server has taken it.
    const state = new SessionState(this.tools, log, stored, () => live.leave())
    // What has ended is read from the database again where somebody asks for it.
    const live: LiveSession = new LiveSession(state, { onEnded: () => void state.written().then(forget), onLeft: forget })
    return live
  }
}
