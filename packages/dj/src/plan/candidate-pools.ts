import { hash } from 'node:crypto'
import { findEpisodeFacts, findTrackFacts } from '@linernotes/catalog'
import type { ItemKind } from '@linernotes/recommendations'
import type { Platform } from '@linernotes/serving'
import { traitsOf, type Candidate } from './candidate.js'
import type { PlanSource } from './choose-source.js'
import type { PlanRequest } from './plan-request.js'

/** Lists are drawn anew after so many items: what was played is then left out of them. */
const ITEMS_PER_DRAW = 12
const POOL_LENGTH = 60
/** With filters more has to be looked at. */
const FILTERED_LENGTH = 200
/** Kept for so many sessions; whoever comes back later has their lists drawn again, and they are the same. */
const MOST_SESSIONS = 1_000

/** Items that recipes suggest for a session, drawn once for a dozen of them. */
export class CandidatePools {
  readonly #pools = new Map<string, Map<string, Promise<readonly Candidate[]>>>()

  constructor(private readonly platform: Platform) {}

  /** What a recipe suggests, best first. */
  async fromRecipe(source: PlanSource, request: PlanRequest, signal: AbortSignal): Promise<readonly Candidate[]> {
    const block = Math.floor(request.position / ITEMS_PER_DRAW)
    const excludeIds = [...new Set([...request.before.slice(0, block * ITEMS_PER_DRAW).map(({ itemId }) => itemId), ...request.wishes.withoutIds])]
    const { wishes, adventurousness, seed, listenerId, asOf } = request
    const isFiltered = wishes.years !== null || wishes.onlyTags.length > 0 || wishes.withoutTags.length > 0 || wishes.length !== null
    const input = {
      listenerId,
      kinds: [source.kind],
      recipe: source.recipe,
      adventurousness,
      seed: seed + block,
      now: asOf,
      excludeIds,
      ...(source.recipe === 'from-this' && wishes.seedIds.length > 0 && { seedIds: wishes.seedIds }),
      limit: isFiltered ? FILTERED_LENGTH : POOL_LENGTH,
    }
    const key = hash('sha256', JSON.stringify(input))
    return await this.#remember(request.sessionId, key, async () => {
      const ranked = await this.platform.rank(input, signal)
      return ranked.suggestions.map((suggestion, index) => ({
        traits: traitsOf(suggestion.itemId, suggestion.kind, suggestion.facts ?? []),
        place: index / ranked.suggestions.length,
        source: source.recipe,
        issue: async (occasion, issuing) => toIssued(await ranked.issue(index + 1, occasion, issuing)),
      }))
    })
  }

  /** Items that were named or looked up, in their order. Each is issued by itself: why would it be suggested? */
  async fromIds(ids: readonly string[], kind: ItemKind, source: string, request: PlanRequest, signal: AbortSignal): Promise<readonly Candidate[]> {
    const db = this.platform.database.db
    const facts = kind === 'track' ? await findTrackFacts(db, ids) : await findEpisodeFacts(db, ids)
    signal.throwIfAborted()
    const known = ids.filter((id) => facts.has(id))
    return known.map((itemId, index) => ({
      traits: traitsOf(itemId, kind, facts.get(itemId) ?? []),
      place: index / known.length,
      source,
      issue: async (occasion, issuing) => {
        const input = { listenerId: request.listenerId, kinds: [kind], onlyItemId: itemId, seed: request.seed, now: request.asOf, limit: 1 }
        return toIssued(await (await this.platform.rank(input, issuing)).issue(1, occasion, issuing))
      },
    }))
  }

  forget(sessionId: string): void {
    this.#pools.delete(sessionId)
  }

  async #remember(sessionId: string, key: string, draw: () => Promise<readonly Candidate[]>): Promise<readonly Candidate[]> {
    const pools = this.#pools.get(sessionId) ?? new Map<string, Promise<readonly Candidate[]>>()
    this.#pools.delete(sessionId)
    this.#pools.set(sessionId, pools)
    for (const oldest of this.#pools.keys()) {
      if (this.#pools.size <= MOST_SESSIONS) break
      this.#pools.delete(oldest)
    }
    const known = pools.get(key)
    if (known !== undefined) return await known
    const drawn = draw()
    pools.set(key, drawn)
    // Lists of an earlier steering are not asked for again soon.
    for (const oldest of pools.keys()) {
      if (pools.size <= 6) break
      pools.delete(oldest)
    }
    try {
      return await drawn
    } catch (error) {
      pools.delete(key)
      throw error
    }
  }
}

function toIssued(recommendation: Awaited<ReturnType<Awaited<ReturnType<Platform['rank']>>['issue']>>): Awaited<ReturnType<Candidate['issue']>> {
  return recommendation === null ? null : { recommendationId: recommendation.id, reasons: recommendation.reasons }
}
