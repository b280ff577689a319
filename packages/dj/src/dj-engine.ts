import { randomUUID } from 'node:crypto'
import { checkStart, checkSteer, noSuchListener, noSuchSession, sessionEnded } from './check-input.js'
import type { Dj, DjRefusal, Heard, StartDj, SteerDj } from './dj.js'
import type { DjOptions } from './dj-options.js'
import { exportJspf } from './export-jspf.js'
import { followSession } from './follow-session.js'
import { Gate } from './gate.js'
import { Holding } from './holding.js'
import { LiveSessions } from './live-sessions.js'
import { newSession } from './new-session.js'
import { Planner } from './plan/planner.js'
import type { DjEvent, DjSegment, DjSession } from './session.js'
import { isPlaced, type SessionTools } from './session-state.js'
import { standBackFor } from './stand-back.js'
import type { Understanding } from './steering/steer-operation.js'
import { toSegment, toSession, type SegmentRecord, type SessionRecord } from './store/session-record.js'
import { findSessionsOf, insertSession, readSegments } from './store/session.queries.js'
import { SessionWriter } from './store/session-writer.js'
import { TalkWriter } from './talk/talk-writer.js'
import { Wheel } from './wheel.js'
import { within } from './within.js'

/** An answer waits for the plan at most this long: what comes later is told as events. */
const PATIENCE_MS = 3_000
/** So often may another server take a session away while it is steered. */
const MOST_TAKEN = 3

/** Every session, in memory while it is live and somebody may ask for it. */
export class DjEngine implements Dj {
  readonly #sessions: LiveSessions
  readonly #holding: Holding
  readonly #closing = new AbortController()
  readonly #tools: SessionTools

  constructor(private readonly options: DjOptions) {
    const { platform, speaker, now, after, log, among = null } = options
    const { db } = platform.database
    this.#holding = new Holding({ db, server: among?.server ?? randomUUID(), after: among?.after ?? null, log })
    const manner = standBackFor(platform, after)
    const gate = new Gate(manner)
    this.#tools = {
      options,
      planner: new Planner(platform, manner),
      talkWriter: new TalkWriter(platform, speaker, gate, new Gate(manner), after),
      writer: new SessionWriter(db, this.#holding.server, now, after, log),
      wheel: new Wheel(now, after),
      gate,
      signal: this.#closing.signal,
    }
    this.#sessions = new LiveSessions(db, this.#tools, this.#holding)
  }

  async open(): Promise<void> {
    await this.#sessions.open()
  }

  async start(input: StartDj, signal: AbortSignal): Promise<DjSession | DjRefusal> {
    signal.throwIfAborted()
    const { platform, now, random } = this.options
    // Asking for them wakes them up.
    const providers = input.provider === null ? [] : (await platform.narrator.providers({ signal })).map(({ key }) => key)
    const refusal = checkStart(input, providers)
    if (refusal !== null) return refusal
    const record = newSession(input, now(), random)
    const understanding = await this.#understand(record, null, input.request, signal)
    if (!(await insertSession(platform.database.db, record, this.#holding.server))) return noSuchListener
    const live = this.#sessions.begin({ session: record, segments: [], nextSeq: 0, words: new Map() })
    live.begin(input.request, understanding)
    await within(this.options.after, PATIENCE_MS, signal, live.run())
    await within(this.options.after, PATIENCE_MS, signal, live.state.written())
    return toSession(live.state.session)
  }

  async steer(input: SteerDj, signal: AbortSignal): Promise<DjSession | DjRefusal> {
    signal.throwIfAborted()
    const refusal = checkSteer(input)
    if (refusal !== null) return refusal
    return await this.#steer(input, MOST_TAKEN, signal)
  }

  async #steer(input: SteerDj, attempts: number, signal: AbortSignal): Promise<DjSession | DjRefusal> {
    const live = await this.#sessions.hold(input.sessionId)
    if (live === null) return (await this.#sessions.see(input.sessionId)) === null ? noSuchSession : sessionEnded
    if (live.isEnded) return sessionEnded
    const understanding = await this.#understand(live.state.session, live.state.current, input.request, signal)
    if (live.isEnded) return sessionEnded
    const startedAt = performance.now()
    const steered = live.steer(input, understanding)
    const report = (): void => this.options.log('dj.steered', { sessionId: input.sessionId, milliseconds: performance.now() - startedAt })
    steered.then(report, report)
    await within(this.options.after, PATIENCE_MS, signal, steered)
    await within(this.options.after, PATIENCE_MS, signal, live.state.written())
    // Another server took it at the same moment, and nothing was written.
    if (live.isLeft && attempts > 0 && !this.#closing.signal.aborted) return await this.#steer(input, attempts - 1, signal)
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
      const live = sessionId === undefined ? null : await this.#sessions.hold(sessionId)
      live?.heard(event)
    }
  }

  async find(sessionIds: readonly string[], signal: AbortSignal): Promise<readonly (DjSession | null)[]> {
    signal.throwIfAborted()
    return await Promise.all(
      sessionIds.map(async (id) => {
        const seen = await this.#sessions.see(id)
        return seen === null ? null : toSession(seen.session)
      }),
    )
  }

  async segments(sessionId: string, page: { readonly first: number; readonly after: number | null }, signal: AbortSignal): Promise<readonly DjSegment[]> {
    signal.throwIfAborted()
    ;(await this.#sessions.find(sessionId))?.attend()
    const seen = await this.#sessions.see(sessionId)
    const following = (seen?.segments ?? []).filter(({ position }) => page.after === null || position > page.after)
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
    return await Promise.all(sessionIds.map(async (id) => (await this.#sessions.see(id))?.head ?? -1))
  }

  async events(sessionId: string, resumeAfterSeq: number | null, signal: AbortSignal): Promise<AsyncIterable<DjEvent> | null> {
    signal.throwIfAborted()
    if ((await this.#sessions.see(sessionId)) === null) return null
    const { db } = this.options.platform.database
    return followSession({ db, sessions: this.#sessions, closing: this.#closing.signal }, sessionId, resumeAfterSeq, signal)
  }

  async export(sessionId: string, signal: AbortSignal): Promise<object | null> {
    signal.throwIfAborted()
    const seen = await this.#sessions.see(sessionId)
    return seen === null ? null : await exportJspf(this.options.platform.database.db, seen.session, seen.segments)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort(new DOMException('The DJ is closing.', 'AbortError'))
    this.#tools.wheel.stop()
    const sessions = await this.#sessions.all()
    for (const session of sessions) session.stop()
    await this.#tools.writer.close()
    await this.#holding.close()
    for (const session of sessions) session.state.log.end()
  }

  async #understand(session: SessionRecord, current: SegmentRecord | null, request: string | null, signal: AbortSignal): Promise<Understanding | null> {
    if (request === null || request.trim() === '') return null
    const { platform, understand, now } = this.options
    const { listenerId, provider, language, talkEvery, adventurousness } = session
    const playing = current?.traits ?? null
    const context = { platform, db: platform.database.db, listenerId, provider, language, playing, talkEvery, adventurousness, now, signal }
    return await understand(context, request)
  }
}
