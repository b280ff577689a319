import type { Taste } from '@linernotes/listening'
import type { Platform } from '@linernotes/serving'
import type { GateManner } from '../gate.js'
import type { Candidate } from './candidate.js'
import { CandidatePools } from './candidate-pools.js'
import { chooseSources } from './choose-source.js'
import { isWished, keepWished } from './keep-wished.js'
import { episodesAbout, itemsAsWished, itemsOf, lovedIn } from './look-up.queries.js'
import { pickNext, strictnesses } from './pick-next.js'
import type { NothingLeft, Planned, PlanRequest } from './plan-request.js'

/** Items of the whole catalogue that are looked at where recipes have too few that are as wished. */
const MOST_LOOKED_UP = 40
/** Artists of one year of the listener's. */
const MOST_LOVED = 12

interface Wished {
  readonly candidate: Candidate | null
  readonly fulfilled: Planned['fulfilled']
  readonly refused: readonly string[]
}

const nothing: Planned['fulfilled'] = { playIds: [], episode: false }

/** Chooses what plays next. */
export class Planner {
  readonly #pools: CandidatePools

  constructor(
    private readonly platform: Platform,
    private readonly manner: Pick<GateManner, 'standBack'>,
  ) {
    this.#pools = new CandidatePools(platform)
  }

  /** The next item of a session, kept as a recommendation. */
  async plan(request: PlanRequest, signal: AbortSignal): Promise<Planned | NothingLeft> {
    const fulfilled = { playIds: [] as string[], episode: false }
    const refused: string[] = []
    for (const attempt of [this.#asked, this.#episode, this.#drawn]) {
      const found = await attempt.call(this, request, signal)
      fulfilled.playIds.push(...found.fulfilled.playIds)
      fulfilled.episode ||= found.fulfilled.episode
      refused.push(...found.refused)
      const { candidate } = found
      if (candidate !== null) await this.manner.standBack(request.isUrgent, signal)
      const issued = candidate === null ? null : await candidate.issue(request.occasion, signal)
      if (candidate !== null && issued !== null) return { traits: candidate.traits, source: candidate.source, ...issued, fulfilled, refused }
    }
    return { traits: null, fulfilled, refused }
  }

  forget(sessionId: string): void {
    this.#pools.forget(sessionId)
  }

  /** The first thing that the listener named and that can be played. */
  async #asked(request: PlanRequest, signal: AbortSignal): Promise<Wished> {
    const playIds: string[] = []
    const refused: string[] = []
    const planned = new Set(request.before.slice(-10).map(({ itemId }) => itemId))
    for (const id of request.wishes.playIds) {
      playIds.push(id)
      const { kind, ids } = await itemsOf(this.platform.database.db, id, await this.#taste(request, signal))
      // Who asks for one item may hear it again; of an artist it is another one.
      const fresh = ids.filter((itemId) => (!planned.has(itemId) || itemId === id) && !request.wishes.withoutIds.includes(itemId))
      const [candidate] = await this.#pools.fromIds(fresh.slice(0, 1), kind, 'asked', request, signal)
      if (candidate !== undefined) return { candidate, fulfilled: { playIds, episode: false }, refused }
      refused.push('Something that you asked for is not in this catalogue, or has just been played.')
    }
    return { candidate: null, fulfilled: { playIds, episode: false }, refused }
  }

  /** One episode, where one was asked for. */
  async #episode(request: PlanRequest, signal: AbortSignal): Promise<Wished> {
    const [wish] = request.wishes.episodes
    if (wish === undefined) return { candidate: null, fulfilled: nothing, refused: [] }
    const ids = await episodesAbout(this.platform.database.db, wish.topic, wish.maxMs, MOST_LOOKED_UP)
    const candidates = await this.#pools.fromIds(ids, 'episode', 'asked', request, signal)
    const candidate = candidates.find(({ traits }) => !request.before.some(({ itemId }) => itemId === traits.itemId)) ?? null
    const about = wish.topic === null ? 'No episode' : `No episode about “${wish.topic}”`
    const within = wish.maxMs === null ? '' : ` of at most ${Math.round(wish.maxMs / 60_000)} minutes`
    return { candidate, fulfilled: { playIds: [], episode: true }, refused: candidate === null ? [`${about}${within} is in this catalogue.`] : [] }
  }

  /** From the recipes, as wished; from the whole catalogue where they have too little. */
  async #drawn(request: PlanRequest, signal: AbortSignal): Promise<Wished> {
    const loved = await this.#loved(request, signal)
    const picked = pickNext(loved, { ...request, energy: request.wishes.energy })
    if (picked !== null) return { candidate: picked, fulfilled: nothing, refused: [] }
    const context = { ...request, energy: request.wishes.energy }
    let refused: readonly string[] = []
    // Another recipe is tried before an artist comes back too soon.
    for (const strictness of strictnesses)
      for (const source of chooseSources(request)) {
        await this.manner.standBack(request.isUrgent, signal)
        const drawn = await this.#pools.fromRecipe(source, request, signal)
        const kept = await this.#asWished(drawn, source.kind, request, signal)
        refused = kept.refused
        const candidate = pickNext(kept.candidates, context, strictness)
        if (candidate !== null) return { candidate, fulfilled: nothing, refused }
      }
    return { candidate: null, fulfilled: nothing, refused }
  }

  async #asWished(
    drawn: readonly Candidate[],
    kind: Candidate['traits']['kind'],
    request: PlanRequest,
    signal: AbortSignal,
  ): Promise<ReturnType<typeof keepWished>> {
    const { wishes, before } = request
    const played = new Set(before.map(({ itemId }) => itemId))
    const isFresh = ({ traits }: Candidate): boolean => !played.has(traits.itemId)
    const kept = keepWished(drawn.filter(isFresh), wishes)
    if (kept.refused.length === 0 || kind === 'episode') return kept
    // The recipes look at what suits the listener; the wish may be for something else.
    const ids = await itemsAsWished(this.platform.database.db, wishes, request.seed, MOST_LOOKED_UP + played.size)
    const fresh = ids.filter((id) => !played.has(id)).slice(0, MOST_LOOKED_UP)
    const found = await this.#pools.fromIds(fresh, 'track', 'catalogue', request, signal)
    const suited = drawn.filter((candidate) => isFresh(candidate) && isWished(candidate.traits, wishes))
    return keepWished([...suited, ...found, ...drawn.filter((candidate) => isFresh(candidate) && !suited.includes(candidate))], wishes)
  }

  /** What the listener played most in the year that they asked for. */
  async #loved(request: PlanRequest, signal: AbortSignal): Promise<readonly Candidate[]> {
    const year = request.wishes.rediscover?.year ?? null
    const taste = year === null ? null : await this.#taste(request, signal)
    if (year === null || taste === null) return []
    const ids: string[] = []
    for (const artistId of lovedIn(taste, year, MOST_LOVED))
      ids.push(...(await itemsOf(this.platform.database.db, artistId, taste)).ids.filter((id) => taste.items.has(id)).slice(0, 4))
    const candidates = await this.#pools.fromIds(ids, 'track', 'loved', request, signal)
    return candidates.filter(({ traits }) => isWished(traits, request.wishes))
  }

  async #taste(request: PlanRequest, signal: AbortSignal): Promise<Taste | null> {
    if (request.listenerId === null) return null
    const { db, readTaste, now } = await this.platform.ranking(signal)
    return (await readTaste?.(db, request.listenerId, { now })) ?? null
  }
}
