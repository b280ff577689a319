import { randomUUID } from 'node:crypto'
import { entityId, entityKind } from '@linernotes/catalog'
import { checkStart, checkSteer, noSuchListener, noSuchSession, sessionEnded } from './check-input.js'
import type { Dj, DjRefusal, Heard, StartDj, SteerDj } from './dj.js'
import type { DjOptions } from './dj-options.js'
import { exportJspf } from './export-jspf.js'
import { LiveSession } from './live-session.js'
import { Planner } from './plan/planner.js'
import type { DjEvent, DjSegment, DjSession } from './session.js'
import { SessionLog } from './session-log.js'
import { SessionState, type SessionTools } from './session-state.js'
import { snapshotOf } from './snapshot.js'
import type { Understanding } from './steering/steer-operation.js'
import { toSegment, toSession, type SegmentRecord, type SessionRecord } from './store/session-record.js'
import { findLiveSessionIds, findSessionIds, findSessionsOf, insertSession, readSegments, readSessions, type StoredSession } from './store/session.queries.js'
import { SessionWriter } from './store/session-writer.js'
import { nothingSaid } from './talk/talk-memory.js'
import { TalkWriter } from './talk/talk-writer.js'
import { Wheel } from './wheel.js'
import { within } from './within.js'
import { noWishes } from './wishes.js'

/** An answer waits for the plan at most this long: what comes later is told as events. */
const PATIENCE_MS = 3_000

/** Every session, in memory while it is live and somebody may ask for it. */
export class DjEngine implements Dj {
  readonly #sessions = new Map<string, Promise<LiveSession | null>>()
  readonly #known = new Set<string>()
  readonly #closing = new AbortController()
  readonly #tools: SessionTools

  constructor(private readonly options: DjOptions) {
    const { platform, speaker, now, after, log } = options
    this.#tools = {
      options,
      planner: new Planner(platform),
      talkWriter: new TalkWriter(platform, speaker),
      writer: new SessionWriter(platform.database.db, now, after, log),
      wheel: new Wheel(now, after),
      signal: this.#closing.signal,
    }
  }

  async open(): Promise<void> {
    const { db } = this.options.platform.database
    for (const id of await findSessionIds(db)) this.#known.add(id)
    for (const id of await findLiveSessionIds(db)) void this.#session(id)
  }

  async start(input: StartDj, signal: AbortSignal): Promise<DjSession | DjRefusal> {
    signal.throwIfAborted()
    const { platform, now, random } = this.options
    const providers = (await platform.narrator.providers({ signal })).map(({ key }) => key)
    const refusal = checkStart(input, providers)
    if (refusal !== null) return refusal
    const seed = input.seed ?? Math.floor(random() * 2_147_483_647)
    const at = now()
    const record: SessionRecord = {
      id: entityId('dj-session', randomUUID()),
      listenerId: input.listenerId,
      state: 'live',
      startedAt: new Date(at),
      request: null,
      understood: [],
      refused: [],
      kinds: [...new Set(input.kinds)],
      talkEvery: input.talkEvery,
      adventurousness: input.adventurousness,
      provider: input.provider,
      language: input.language,
      seed,
      position: 0,
      playback: { type: 'waiting' },
      wishes: noWishes,
      memory: nothingSaid,
      planned: 0,
      attendedAt: at,
    }
    const understanding = await this.#understand(record, input.request, signal)
    if (!(await insertSession(platform.database.db, record))) return noSuchListener
    this.#known.add(record.id)
    const live = this.#enter({ session: record, segments: [], nextSeq: 0 })
    this.#sessions.set(record.id, Promise.resolve(live))
    live.begin(input.request, understanding)
    await within(this.options.after, PATIENCE_MS, signal, live.run())
    await within(this.options.after, PATIENCE_MS, signal, live.state.written())
    return toSession(live.state.session)
  }

  async steer(input: SteerDj, signal: AbortSignal): Promise<DjSession | DjRefusal> {
    signal.throwIfAborted()
    const refusal = checkSteer(input)
    if (refusal !== null) return refusal
    const live = await this.#find(input.sessionId)
    if (live === null) return noSuchSession
    if (live.isEnded) return sessionEnded
    const understanding = await this.#understand(live.state.session, input.request, signal)
    if (live.isEnded) return sessionEnded
    const startedAt = performance.now()
    const steered = live.steer(input, understanding)
    void steered.then(() => this.options.log('dj.steered', { sessionId: input.sessionId, milliseconds: performance.now() - startedAt }))
    await within(this.options.after, PATIENCE_MS, signal, steered)
    await within(this.options.after, PATIENCE_MS, signal, live.state.written())
    return toSession(live.state.session)
  }

  async heard(events: readonly Heard[], signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    const found = await findSessionsOf(
      this.options.platform.database.db,
      events.map(({ recommendationId }) => recommendationId),
    )
    for (const event of events) {
      const sessionId = found.get(event.recommendationId)
      const live = sessionId === undefined ? null : await this.#find(sessionId)
      live?.heard(event)
    }
  }

  async find(sessionIds: readonly string[], signal: AbortSignal): Promise<readonly (DjSession | null)[]> {
    signal.throwIfAborted()
    return await Promise.all(
      sessionIds.map(async (id) => {
        const live = await this.#find(id)
        return live === null ? null : toSession(live.state.session)
      }),
    )
  }

  async segments(sessionId: string, page: { readonly first: number; readonly after: number | null }, signal: AbortSignal): Promise<readonly DjSegment[]> {
    signal.throwIfAborted()
    const live = await this.#find(sessionId)
    live?.attend()
    const following = (live?.state.segments ?? []).filter(({ position }) => page.after === null || position > page.after)
    return following.slice(0, Math.max(0, page.first)).map(toSegment)
  }

  async findSegments(segmentIds: readonly string[], signal: AbortSignal): Promise<readonly (DjSegment | null)[]> {
    signal.throwIfAborted()
    const records = new Map((await readSegments(this.options.platform.database.db, segmentIds)).map((record) => [record.id, record]))
    return segmentIds.map((id) => {
      const record = records.get(id)
      return record === undefined || !isPlaced(record) ? null : toSegment(record)
    })
  }

  async newestSeqs(sessionIds: readonly string[], signal: AbortSignal): Promise<readonly number[]> {
    signal.throwIfAborted()
    return await Promise.all(sessionIds.map(async (id) => (await this.#find(id))?.state.log.head ?? -1))
  }

  events(sessionId: string, resumeAfterSeq: number | null, signal: AbortSignal): AsyncIterable<DjEvent> | null {
    return this.#known.has(sessionId) ? this.#follow(sessionId, resumeAfterSeq, signal) : null
  }

  async export(sessionId: string, signal: AbortSignal): Promise<object | null> {
    signal.throwIfAborted()
    const live = await this.#find(sessionId)
    return live === null ? null : await exportJspf(this.options.platform.database.db, live.state.session, live.state.segments)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort(new DOMException('The DJ is closing.', 'AbortError'))
    this.#tools.wheel.stop()
    const sessions = await Promise.all([...this.#sessions.values()].map((session) => session.catch(() => null)))
    for (const session of sessions) session?.stop()
    await this.#tools.writer.close()
    for (const session of sessions) session?.state.log.end()
  }

  async *#follow(sessionId: string, resumeAfterSeq: number | null, signal: AbortSignal): AsyncGenerator<DjEvent> {
    const live = await this.#find(sessionId)
    if (live === null) return
    live.attend()
    let seq = resumeAfterSeq
    if (seq === null) {
      const { events, last } = await snapshotOf(this.options.platform.database.db, live.state)
      yield* events
      seq = last
    }
    yield* live.state.log.follow(seq, signal)
  }

  async #understand(session: SessionRecord, request: string | null, signal: AbortSignal): Promise<Understanding | null> {
    if (request === null || request.trim() === '') return null
    const { platform, understand, now } = this.options
    const { listenerId, provider, language, talkEvery, adventurousness, id, position } = session
    const playing = this.#known.has(id) ? ((await this.#find(id))?.state.at(position)?.traits ?? null) : null
    const context = { platform, db: platform.database.db, listenerId, provider, language, playing, talkEvery, adventurousness, now, signal }
    return await understand(context, request)
  }

  /** In memory, or from the database. */
  async #find(sessionId: string): Promise<LiveSession | null> {
    return entityKind(sessionId) === 'dj-session' && this.#known.has(sessionId) ? await this.#session(sessionId) : null
  }

  #session(id: string): Promise<LiveSession | null> {
    const known = this.#sessions.get(id)
    if (known !== undefined) return known
    const loaded = this.#load(id)
    this.#sessions.set(id, loaded)
    loaded.then(
      (live) => {
        if (live === null) this.#forget(id)
      },
      () => this.#sessions.delete(id),
    )
    return loaded
  }

  async #load(id: string): Promise<LiveSession | null> {
    const stored = (await readSessions(this.options.platform.database.db, [id])).get(id)
    if (stored === undefined) return null
    const live = this.#enter(stored)
    void live.run()
    return live
  }

  #enter(stored: StoredSession): LiveSession {
    const { id } = stored.session
    const log = new SessionLog(this.options.platform.database.db, id, stored.nextSeq - 1)
    if (stored.session.state === 'ended') log.end()
    const state = new SessionState(this.#tools, log, stored, () => {
      live.stop()
      log.end()
      this.#forget(id)
    })
    // What has ended is read from the database again where somebody asks for it.
    const live: LiveSession = new LiveSession(state, () => {
      this.#tools.planner.forget(id)
      void state.written().then(() => this.#sessions.delete(id))
    })
    return live
  }

  #forget(id: string): void {
    this.#sessions.delete(id)
    this.#known.delete(id)
    this.#tools.planner.forget(id)
  }
}

function isPlaced(record: SegmentRecord): record is SegmentRecord & { readonly position: number } {
  return record.position !== null
}
