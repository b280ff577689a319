import type { Ground } from '../ground.js'
import { rankOnGround, type RankOptions } from '../rank-on-ground.js'
import type { Basis } from '../basis.js'
import { historyOfBasis } from './history-of-basis.js'

/** How deep a list goes: what ranks lower is not in it. */
export const LIST_DEPTH = 200

/**
 * What would have been suggested had some of the history never happened: the recipe is followed again on the same ground, nothing is trained again. Ignored
 * items are not suggested either. Answers are kept: reasons that rest on the same plays share one ranking.
 */
export class Counterfactuals {
  readonly #ground: Ground
  readonly #history: readonly number[]
  readonly #ranks = new Map<string, Promise<ReadonlyMap<string, number>>>()
  readonly #items = new Map<string, readonly string[]>()

  constructor(ground: Ground) {
    this.#ground = ground
    const ignored = new Set(ground.input.ignoreHistoryItemIds)
    const { items } = ground.snapshot.catalogue
    const { taste } = ground
    const answered = [...(taste?.feedback.values() ?? [])].filter(({ plays, isSaved }) => plays > 0 || isSaved).map(({ itemId }) => itemId)
    const history = new Set([...(taste?.items.keys() ?? []), ...answered])
    this.#history = [...history].flatMap((id) => (ignored.has(id) ? [] : (items.numberOf(id) ?? [])))
  }

  /** The history items on which a reason rests, by id; none where it rests on no history. */
  historyItemIds(basis: Basis): readonly string[] {
    const key = JSON.stringify(basis)
    const { snapshot, seeds } = this.#ground
    // A list that starts from seeds rests on these, not on the history.
    const found =
      this.#items.get(key) ?? (seeds.length > 0 ? [] : historyOfBasis(snapshot, basis, this.#history).map((item) => snapshot.catalogue.items.stringOf(item)))
    this.#items.set(key, found)
    return found
  }

  /** Everything that was played and is not ignored already. */
  allHistoryItemIds(): readonly string[] {
    return this.#history.map((item) => this.#ground.snapshot.catalogue.items.stringOf(item))
  }

  /** Rank of an item had these never been played; null: not in the list at all, which is LIST_DEPTH long. */
  async rankWithout(itemId: string, historyItemIds: readonly string[], signal: AbortSignal): Promise<number | null> {
    const key = [...historyItemIds].toSorted().join(' ')
    return (await this.#rankOnce(`without ${key}`, { withoutItems: historyItemIds, signal })).get(itemId) ?? null
  }

  /** Rank of an item had no boost been declared; one behind the end of the list where it is not in it. */
  async rankWithoutBoosts(itemId: string, signal: AbortSignal): Promise<number> {
    const ranks = await this.#rankOnce('unboosted', { withoutBoosts: true, signal })
    return ranks.get(itemId) ?? ranks.size + 1
  }

  #rankOnce(key: string, options: Omit<RankOptions, 'limit'>): Promise<ReadonlyMap<string, number>> {
    const ranks = this.#ranks.get(key) ?? this.#rankAll(options)
    this.#ranks.set(key, ranks)
    // What was given up by one who asked is asked anew by the next.
    ranks.catch(() => this.#ranks.delete(key))
    return ranks
  }

  async #rankAll(options: Omit<RankOptions, 'limit'>): Promise<ReadonlyMap<string, number>> {
    // Others get their turn between two rankings, and a deadline is noticed.
    await new Promise<void>((resolve) => setImmediate(resolve))
    options.signal.throwIfAborted()
    const { suggestions } = await rankOnGround(this.#ground, { ...options, limit: LIST_DEPTH })
    return new Map(suggestions.map(({ itemId }, index) => [itemId, index + 1]))
  }
}
