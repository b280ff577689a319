import { entityKind } from '@linernotes/catalog'
import type { Database } from '@linernotes/database'
import type { Kysely } from 'kysely'
import { LiveSession } from './live-session.js'
import { SessionLog } from './session-log.js'
import { SessionState, type SessionTools } from './session-state.js'
import { findLiveSessionIds, findSessionIds, readSessions, type StoredSession } from './store/session.queries.js'

/** Sessions in memory: those that are live, and those that somebody asked for. */
export class LiveSessions {
  readonly #sessions = new Map<string, Promise<LiveSession | null>>()
  readonly #known = new Set<string>()

  constructor(
    private readonly db: Kysely<Database>,
    private readonly tools: SessionTools,
  ) {}

  /** Goes on with those that were live. */
  async open(): Promise<void> {
    for (const id of await findSessionIds(this.db)) this.#known.add(id)
    for (const id of await findLiveSessionIds(this.db)) void this.#session(id)
  }

  has(id: string): boolean {
    return this.#known.has(id)
  }

  /** In memory, or from the database; null: there is none. */
  async find(id: string): Promise<LiveSession | null> {
    return entityKind(id) === 'dj-session' && this.#known.has(id) ? await this.#session(id) : null
  }

  /** One that has just been put into the database. */
  begin(stored: StoredSession): LiveSession {
    const live = this.#enter(stored)
    this.#known.add(stored.session.id)
    this.#sessions.set(stored.session.id, Promise.resolve(live))
    return live
  }

  async all(): Promise<readonly LiveSession[]> {
    const sessions = await Promise.all([...this.#sessions.values()].map((session) => session.catch(() => null)))
    return sessions.filter((session) => session !== null)
  }

  #session(id: string): Promise<LiveSession | null> {
    const known = this.#sessions.get(id)
    if (known !== undefined) return known
    const loaded = this.#load(id)
    this.#sessions.set(id, loaded)
    void this.#settle(id, loaded)
    return loaded
  }

  /** What could not be read is read again the next time; what is not there is not looked for again. */
  async #settle(id: string, loaded: Promise<LiveSession | null>): Promise<void> {
    try {
      if ((await loaded) === null) this.#forget(id)
    } catch (error) {
      this.tools.options.log('dj.session-failed', { sessionId: id, error: String(error) })
      this.#sessions.delete(id)
    }
  }

  async #load(id: string): Promise<LiveSession | null> {
    const stored = (await readSessions(this.db, [id])).get(id)
    if (stored === undefined) return null
    const live = this.#enter(stored)
    void live.run()
    return live
  }

  #enter(stored: StoredSession): LiveSession {
    const { id } = stored.session
    const log = new SessionLog(this.db, id, stored.nextSeq - 1)
    if (stored.session.state === 'ended') log.end()
    const state = new SessionState(this.tools, log, stored, () => {
      live.stop()
      log.end()
      this.#forget(id)
    })
    // What has ended is read from the database again where somebody asks for it.
    const live: LiveSession = new LiveSession(state, () => {
      this.tools.planner.forget(id)
      void state.written().then(() => this.#sessions.delete(id))
    })
    return live
  }

  #forget(id: string): void {
    this.#sessions.delete(id)
    this.#known.delete(id)
    this.tools.planner.forget(id)
  }
}
