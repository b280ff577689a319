import type { SteerDj, Heard } from './dj.js'
import { paused, resumed } from './playback.js'
import { changeOf } from './session-change.js'
import { SessionPlan } from './session-plan.js'
import type { PlacedSegment, SessionState } from './session-state.js'
import { SessionTalk } from './session-talk.js'
import type { SteerOperation, Understanding } from './steering/steer-operation.js'

/** Without anybody who follows, steers or tells what they hear, a session pauses after this long. */
const LEFT_ALONE_MS = 30 * 60_000

/** One session while it is in memory: its plan, its talk and its clock. */
export class LiveSession {
  readonly #plan: SessionPlan
  readonly #talk: SessionTalk
  #steering: Promise<unknown> = Promise.resolve()
  #isLeft = false

  constructor(
    readonly state: SessionState,
    private readonly on: { readonly onEnded: () => void; readonly onLeft: () => void },
  ) {
    this.#talk = new SessionTalk(state, () => this.#turn())
    this.#plan = new SessionPlan(state, () => this.#turn())
  }

  /** The first thing that is told of a session: what was asked for, and what was understood. */
  begin(request: string | null, understanding: Understanding | null): void {
    const said = understanding === null ? {} : { request, understood: understanding.understood, refused: understanding.refused }
    const change = changeOf(this.state.session, understanding?.operations ?? [], this.state.tools.options.now())
    void this.state.update({ session: { ...said, ...change } })
  }

  /** Begins, or goes on after a restart. Settles when the plan is whole. */
  async run(): Promise<void> {
    const { session, current, tools } = this.state
    if (session.state === 'ended') return this.#end()
    const now = tools.options.now()
    // What passed while nobody was here was heard to the end of the item at most.
    if (session.playback.type === 'playing' && this.state.endsAt !== null && this.state.endsAt < now && current !== null) this.#goTo(session.position + 1, now)
    this.#turn()
    await this.#plan.fill()
  }

  /** One after the other, however many clients steer at once. */
  async steer(input: SteerDj, understanding: Understanding | null): Promise<void> {
    const steered = this.#steering.then(() => this.#steer(input, understanding))
    this.#steering = steered.catch(() => undefined)
    await steered
  }

  heard({ recommendationId, outcome, at }: Heard): void {
    const { session, segments, tools } = this.state
    if (session.state === 'ended') return
    const segment = segments.find((one) => one.recommendationId === recommendationId)
    if (segment === undefined) return
    const now = tools.options.now()
    const begunAt = Math.min(at.getTime(), now)
    const isAhead = segment.position > session.position
    const isCurrent = segment.position === session.position
    this.attend()
    if (outcome === 'impression') {
      if (session.state === 'paused') void this.state.update({ session: { state: 'live', playback: resumed(session.playback, now) } })
      if (isAhead) this.#goTo(segment.position, begunAt)
      else if (isCurrent) void this.state.update({ session: { playback: this.state.playing(segment, begunAt) } })
    } else if (outcome === 'play' || outcome === 'skip' || outcome === 'hide') {
      if (outcome === 'hide') this.#without(segment)
      if (isCurrent || (isAhead && outcome !== 'hide')) this.#goTo(segment.position + 1, begunAt)
    }
    this.#turn()
  }

  /** It goes on elsewhere, or was deleted. */
  get isLeft(): boolean {
    return this.#isLeft
  }

  leave(): void {
    if (this.#isLeft) return
    this.#isLeft = true
    this.stop()
    this.on.onLeft()
    this.state.log.end()
  }

  get isEnded(): boolean {
    return this.state.session.state === 'ended'
  }

  /** Somebody is there. */
  attend(): void {
    const { session, tools } = this.state
    const attendedAt = tools.options.now()
    // Written with the next change: a minute more or less does not matter.
    if (attendedAt - session.attendedAt > 60_000) void this.state.update({ session: { attendedAt } })
  }

  stop(): void {
    this.#plan.stop()
    this.#talk.drop()
    this.state.tools.wheel.set(this.state.session.id, null, () => undefined)
  }

  async #steer(input: SteerDj, understanding: Understanding | null): Promise<void> {
    const before = this.state.session
    if (before.state === 'ended') return
    const operations: readonly SteerOperation[] = [
      ...(understanding?.operations ?? []),
      ...(input.talkEvery === null ? [] : [{ type: 'talk', talkEvery: input.talkEvery } as const]),
      ...(input.adventurousness === null ? [] : [{ type: 'adventurousness', value: input.adventurousness } as const]),
      ...(input.pause == null ? [] : [{ type: 'playback', action: input.pause ? 'pause' : 'resume' } as const]),
    ]
    const said = understanding === null ? {} : { request: input.request, understood: understanding.understood, refused: understanding.refused }
    const change = changeOf(before, operations, this.state.tools.options.now())
    void this.state.update({ session: { ...said, ...change, attendedAt: this.state.tools.options.now() } })
    const after = this.state.session
    if (after.state === 'ended') return this.#end()
    const isSkipped = input.skip || operations.some((operation) => operation.type === 'playback' && operation.action === 'skip')
    const plansAnew =
      JSON.stringify([before.wishes, before.kinds, before.adventurousness]) !== JSON.stringify([after.wishes, after.kinds, after.adventurousness])
    if (before.talkEvery !== after.talkEvery) this.#unsettle()
    // The first of what was asked for is there before the item that was skipped is left.
    if (plansAnew) await this.#plan.replan()
    if (isSkipped && this.state.session.state !== 'ended') this.#goTo(this.state.session.position + 1, this.state.tools.options.now())
    this.#turn()
  }

  /** What was prepared for the next item was prepared under other orders. */
  #unsettle(): void {
    const { next } = this.state
    this.#talk.drop()
    if (next !== null) void this.state.update({ segments: [{ ...next, talk: null, talkKind: 'silence', speech: null, isSettled: false }] })
  }

  /** Hidden for good: where it comes again in the plan, something else takes its place. */
  #without(segment: PlacedSegment): void {
    const { wishes, position } = this.state.session
    const { itemId } = segment.traits
    void this.state.update({ session: { wishes: { ...wishes, withoutIds: [...new Set([...wishes.withoutIds, itemId])] } } })
    if (this.state.segments.some((one) => one.position > position && one.traits.itemId === itemId)) void this.#plan.replan()
  }

  /** The item of a position plays from now on; where it is not planned yet, it plays as soon as it is. */
  #goTo(position: number, startedAt: number): void {
    const segment = this.state.at(position)
    this.#talk.arrive()
    void this.state.update({ session: { position, playback: segment === null ? { type: 'waiting' } : this.state.playing(segment, startedAt) } })
    void this.#plan.fill()
  }

  /** What everybody waited for is there: the first item with its talk, or the next one after the plan ran out. Not while the session is paused. */
  #begin(): void {
    const { session, current, tools } = this.state
    if (session.playback.type !== 'waiting' || current === null || (session.position === 0 && !current.isSettled)) return
    void this.state.update({ session: { playback: this.state.playing(current, tools.options.now()) } })
  }

  /** Looks at the clock: does what is due, and says when to look again. */
  #turn(): void {
    const { tools, session, log } = this.state
    const id = session.id
    if (session.state !== 'live' || this.#isLeft || tools.signal.aborted) return tools.wheel.set(id, null, () => undefined)
    this.#begin()
    const now = tools.options.now()
    const end = this.state.endsAt
    if (end !== null && end <= now) {
      if (log.followers === 0 && now - session.attendedAt > LEFT_ALONE_MS) {
        void this.state.update({ session: { state: 'paused', playback: paused(session.playback, now) } })
        return tools.wheel.set(id, null, () => undefined)
      }
      if (log.followers > 0) this.attend()
      this.#goTo(session.position + 1, end)
    }
    this.#talk.prepare()
    const { deadline } = this.#talk
    if (deadline !== null && deadline <= now) this.#talk.hurry()
    const moments = [this.state.endsAt, this.#talk.deadline].filter((moment) => moment !== null)
    tools.wheel.set(id, moments.length === 0 ? null : Math.min(...moments), () => this.#turn())
  }

  #end(): void {
    this.stop()
    // Whoever follows is told of the end first.
    void this.state.written().then(() => this.state.log.end())
    this.on.onEnded()
  }
}
