import type { PlanRequest, Planned } from './plan/plan-request.js'
import type { PlacedSegment, SessionState } from './session-state.js'

/** Segments that are planned beyond the one that plays. */
const AHEAD = 3
const RETRY_MS = 2_000
const DAY_MS = 86_400_000
/** Lines about what could not be honoured; older ones go. */
const MOST_REFUSED = 8

/** Keeps a session a few segments ahead of what plays. */
export class SessionPlan {
  #filling: Promise<void> | null = null
  /** What was planned before it counted up was asked for by somebody who has changed their mind. */
  #epoch = 0
  #plannedFor = 0
  #stopped = false

  constructor(
    private readonly state: SessionState,
    /** Told of every change of what comes next. */
    private readonly onChange: () => void,
  ) {}

  /** Plans what is missing. Settles when the plan is as long as it should be, or nothing is left. */
  fill(): Promise<void> {
    this.#filling ??= this.#fill().finally(() => {
      this.#filling = null
    })
    return this.#filling
  }

  /** Plans anew what has not begun to play: what is planned stays until the first of the new ones is there. Settles with the whole plan. */
  async replan(): Promise<void> {
    this.#epoch += 1
    await this.#filling
    await this.fill()
  }

  stop(): void {
    this.#stopped = true
  }

  get #isOver(): boolean {
    return this.#stopped || this.state.session.state === 'ended' || this.state.tools.signal.aborted
  }

  async #fill(): Promise<void> {
    while (!this.#isOver) {
      const epoch = this.#epoch
      const isAnew = this.#plannedFor !== epoch
      const { session } = this.state
      const from = isAnew ? session.position + 1 : (this.state.segments.at(-1)?.position ?? -1) + 1
      if (!isAnew && from > session.position + AHEAD) return
      try {
        const { gate, planner, signal } = this.state.tools
        // Only what comes next is waited for.
        const isUrgent = from <= session.position + 1
        const planned = await gate.pass(
          async () => (epoch === this.#epoch && !this.#isOver ? await planner.plan(this.#request(from, isUrgent), signal) : null),
          {
            isUrgent,
            signal,
          },
        )
        // Steered in the meantime, or moved on: what was chosen is for another place.
        if (this.#isOver) return
        if (planned === null || epoch !== this.#epoch || (isAnew && this.state.session.position + 1 !== from)) continue
        this.#place(from, planned.traits === null ? null : planned, planned, isAnew)
        this.#plannedFor = epoch
        if (planned.traits === null) return
      } catch (error) {
        if (this.#isOver) return
        this.state.tools.options.log('dj.plan-failed', { sessionId: session.id, error: String(error) })
        await new Promise<void>((resolve) => void this.state.tools.options.after(RETRY_MS, resolve))
      }
    }
  }

  #request(position: number, isUrgent: boolean): PlanRequest {
    const { session, segments } = this.state
    return {
      sessionId: session.id,
      listenerId: session.listenerId,
      kinds: session.kinds,
      adventurousness: session.adventurousness,
      seed: session.seed,
      position,
      before: segments.filter((segment) => segment.position < position).map(({ traits }) => traits),
      wishes: session.wishes,
      asOf: Math.floor(session.startedAt.getTime() / DAY_MS) * DAY_MS,
      occasion: this.state.newSegmentId(),
      isUrgent,
    }
  }

  #place(position: number, planned: Planned | null, { fulfilled, refused }: Pick<Planned, 'fulfilled' | 'refused'>, isAnew: boolean): void {
    const { session, segments } = this.state
    const segment: PlacedSegment | null =
      planned === null
        ? null
        : {
            id: this.state.newSegmentId(),
            sessionId: session.id,
            position,
            recommendationId: planned.recommendationId,
            reasons: planned.reasons,
            talkKind: 'silence',
            talk: null,
            speech: null,
            source: planned.source,
            traits: planned.traits,
            isSettled: false,
          }
    const wishes = {
      ...session.wishes,
      playIds: session.wishes.playIds.filter((id) => !fulfilled.playIds.includes(id)),
      episodes: fulfilled.episode ? session.wishes.episodes.slice(1) : session.wishes.episodes,
    }
    const lines = [
      ...new Set([...session.refused, ...refused, ...(planned === null ? ['Nothing is left in this catalogue that fits what you asked for.'] : [])]),
    ]
    void this.state.update({
      session: { planned: session.planned + 1, wishes, refused: lines.slice(-MOST_REFUSED) },
      dropped: isAnew ? segments.filter((old) => old.position >= position) : [],
      segments: segment === null ? [] : [segment],
    })
    this.onChange()
  }
}
