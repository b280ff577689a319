import { checkStart, checkSteer, noSuchListener, noSuchSession, sessionEnded } from './check-input.js'
import type { Dj, DjRefusal, Heard, StartDj, SteerDj } from './dj.js'
import type { DjOptions } from './dj-options.js'
import { exportJspf } from './export-jspf.js'
import { LiveSessions } from './live-sessions.js'
import { newSession } from './new-session.js'
import { Planner } from './plan/planner.js'
import type { DjEvent, DjSegment, DjSession } from './session.js'
import type { SessionTools } from './session-state.js'
import { snapshotOf } from './snapshot.js'
import type { Understanding } from './steering/steer-operation.js'
import { toSegment, toSession, type SegmentRecord, type SessionRecord } from './store/session-record.js'
import { findSessionsOf, insertSession, readSegments } from './store/session.queries.js'
import { SessionWriter } from './store/session-writer.js'
import { TalkWriter } from './talk/talk-writer.js'
import { Wheel } from './wheel.js'
import { within } from './within.js'

/** An answer waits for the plan at most this long: what comes later is told as events. */
const PATIENCE_MS = 3_000

/** Every session, in memory while it is live and somebody may ask for it. */
export class DjEngine implements Dj {
  readonly #sessions: LiveSessions
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
    this.#sessions = new LiveSessions(platform.database.db, this.#tools)
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
    const understanding = await this.#understand(record, input.request, signal)
    if (!(await insertSession(platform.database.db, record))) return noSuchListener
    const live = this.#sessions.begin({ session: record, segments: [], nextSeq: 0 })
    live.begin(input.request, understanding)
    await within(this.options.after, PATIENCE_MS, signal, live.run())
    await within(this.options.after, PATIENCE_MS, signal, live.state.written())
    return toSession(live.state.session)
  }

  async steer(input: SteerDj, signal: AbortSignal): Promise<DjSession | DjRefusal> {
    signal.throwIfAborted()
    const refusal = checkSteer(input)
    if (refusal !== null) return refusal
    const live = await this.#sessions.find(input.sessionId)
    if (live === null) return noSuchSession
    if (live.isEnded) return sessionEnded
    const understanding = await this.#understand(live.state.session, input.request, signal)
    if (live.isEnded) return sessionEnded
    const startedAt = performance.now()
    const steered = live.steer(input, understanding)
    const report = (): void => this.options.log('dj.steered', { sessionId: input.sessionId, milliseconds: performance.now() - startedAt })
    steered.then(report, report)
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
      const live = sessionId === undefined ? null : await this.#sessions.find(sessionId)
      live?.heard(event)
    }
  }

  async find(sessionIds: readonly string[], signal: AbortSignal): Promise<readonly (DjSession | null)[]> {
    signal.throwIfAborted()
    return await Promise.all(
      sessionIds.map(async (id) => {
        const live = await this.#sessions.find(id)
        return live === null ? null : toSession(live.state.session)
      }),
    )
  }

  async segments(sessionId: string, page: { readonly first: number; readonly after: number | null }, signal: AbortSignal): Promise<readonly DjSegment[]> {
    signal.throwIfAborted()
    const live = await this.#sessions.find(sessionId)
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
    return await Promise.all(sessionIds.map(async (id) => (await this.#sessions.find(id))?.state.log.head ?? -1))
  }

  events(sessionId: string, resumeAfterSeq: number | null, signal: AbortSignal): AsyncIterable<DjEvent> | null {
    return this.#sessions.has(sessionId) ? this.#follow(sessionId, resumeAfterSeq, signal) : null
  }

  async export(sessionId: string, signal: AbortSignal): Promise<object | null> {
    signal.throwIfAborted()
    const live = await this.#sessions.find(sessionId)
    return live === null ? null : await exportJspf(this.options.platform.database.db, live.state.session, live.state.segments)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort(new DOMException('The DJ is closing.', 'AbortError'))
    this.#tools.wheel.stop()
    const sessions = await this.#sessions.all()
    for (const session of sessions) session.stop()
    await this.#tools.writer.close()
    for (const session of sessions) session.state.log.end()
  }

  async *#follow(sessionId: string, resumeAfterSeq: number | null, signal: AbortSignal): AsyncGenerator<DjEvent> {
    const live = await this.#sessions.find(sessionId)
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
    const playing = this.#sessions.has(id) ? ((await this.#sessions.find(id))?.state.at(position)?.traits ?? null) : null
    const context = { platform, db: platform.database.db, listenerId, provider, language, playing, talkEvery, adventurousness, now, signal }
    return await understand(context, request)
  }
}

function isPlaced(record: SegmentRecord): record is SegmentRecord & { readonly position: number } {
  return record.position !== null
}
