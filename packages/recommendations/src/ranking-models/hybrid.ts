import type { HybridSettings } from './hybrid-settings.js'
import type { IalsModel } from './ials.js'
import { playedItems } from './ials.js'
import type { ItemWeights } from './item-weights.js'
import type { Explanation, FoldIn, ModelParts, RankingModel } from './ranking-model.js'
import { spreadOf } from './spread-of.js'
import { addFriends, strengthsOf } from './taste.js'

/** Items at which half of the popularity penalty is taken: who has played little is not sent to the far end of the catalogue. */
const SHORT_HISTORY = 5
/** What popularity adds for somebody of whom nothing is known, per unit of ln(listeners). */
const WELCOME = 1

/** What is the same for every item that is explained to somebody. */
interface ScoredListener {
  readonly scores: Float64Array
  readonly strengths: Float64Array
  readonly easeSpread: number
  readonly ialsSpread: number
  /** What rests on no item of the history, by item. */
  readonly unattributed: Float64Array
}

export type Blend = Pick<HybridSettings, 'ialsShare' | 'friendShare' | 'popularityPenalty'>

/**
 * EASE and iALS, both with tags as further rows, what friends play, and less for what everybody plays anyway. Each component is divided by its standard
 * deviation over all items for this listener, so that shares mean the same for everybody:
 *
 * score = ease / spread + ialsShare x ials / spread + friends / spread x friendShare / root(n) - popularityPenalty x n / (n + SHORT_HISTORY) x ln(listeners)
 *
 * for a history of n items. Given the spreads, the first two are sums over the history, which is how `explain` takes them apart.
 */
export class HybridModel implements RankingModel {
  readonly name = 'hybrid'
  readonly itemCount: number
  readonly #ease: ItemWeights
  readonly #ials: IalsModel
  /** ln(listeners) of each item, 0 where nobody or one has played it. */
  readonly #popularity: Float64Array
  readonly #blend: Blend
  readonly #scoresOfListeners = new WeakMap<FoldIn, ScoredListener>()

  constructor(ease: ItemWeights, ials: IalsModel, popularity: Float64Array, blend: Blend) {
    this.itemCount = ease.itemCount
    this.#ease = ease
    this.#ials = ials
    this.#popularity = popularity
    this.#blend = blend
  }

  score(listener: FoldIn, into: Float64Array): void {
    into.set(this.#scoresOf(listener).scores)
  }

  explain(listener: FoldIn, item: number): Explanation {
    const { scores, strengths, easeSpread, ialsSpread, unattributed } = this.#scoresOf(listener)
    const ials = this.#ials.explain(listener, item)
    const parts = this.#ease.partsOf(listener.items, strengths, item)
    for (let place = 0; place < parts.length; place++) parts[place] = parts[place]! / easeSpread + (this.#blend.ialsShare * ials.parts[place]!) / ialsSpread
    return { score: scores[item]!, parts, remainder: unattributed[item]! }
  }

  /** Remembered while the listener is: whoever is given a list has a few hundred of its items explained. */
  #scoresOf(listener: FoldIn): ScoredListener {
    const known = this.#scoresOfListeners.get(listener)
    if (known !== undefined) return known
    const unattributed = this.#scoreBesideHistory(listener)
    const [scores, ials] = [new Float64Array(this.itemCount), new Float64Array(this.itemCount)]
    const strengths = strengthsOf(listener.weights)
    this.#ease.score(listener.items, strengths, scores)
    this.#ials.score(listener, ials)
    const [easeSpread, ialsSpread] = [spreadOf(scores), spreadOf(ials)]
    for (let item = 0; item < this.itemCount; item++)
      scores[item] = scores[item]! / easeSpread + (this.#blend.ialsShare * ials[item]!) / ialsSpread + unattributed[item]!
    const scored = { scores, strengths, easeSpread, ialsSpread, unattributed }
    this.#scoresOfListeners.set(listener, scored)
    return scored
  }

  /** What rests on no item of the history: friends and popularity. */
  #scoreBesideHistory(listener: FoldIn): Float64Array {
    const length = playedItems(listener).length
    const friends = new Float64Array(this.itemCount)
    addFriends(listener.friends, friends)
    const friendShare = this.#blend.friendShare / Math.sqrt(Math.max(1, length)) / spreadOf(friends)
    const pull = length === 0 ? WELCOME : (-this.#blend.popularityPenalty * length) / (length + SHORT_HISTORY)
    return friends.map((score, item) => friendShare * score + pull * this.#popularity[item]!)
  }

  toParts(): ModelParts {
    const ials = this.#ials.toParts()
    // Blend alone: settings of the training may have come along.
    const { ialsShare, friendShare, popularityPenalty } = this.#blend
    const arrays = { ease: this.#ease.cells, members: this.#ease.members, popularity: this.#popularity, ...ials.arrays }
    return { name: this.name, numbers: { ialsShare, friendShare, popularityPenalty, ...ials.numbers }, arrays }
  }
}
