import { dotAt } from './dot-at.js'
import type { IalsSettings } from './ials-settings.js'
import type { Explanation, Factors, FoldIn, History, ModelParts, RankingModel } from './ranking-model.js'
import { RowSolver } from './row-solver.js'
import { solveSmall } from './small-cholesky.js'

/**
 * iALS: vectors for listeners and items whose products are near 1 where somebody played an item and near 0 elsewhere (Hu, Koren, Volinsky, "Collaborative
 * filtering for implicit feedback datasets", ICDM 2008), with the loss of Rendle, Krichene, Zhang, Koren ("Revisiting the performance of iALS on item
 * recommendation benchmarks", RecSys 2022): sum over observed c (w h - 1)^2 + unobservedWeight x sum over all (w h)^2 + regularisation x sum over rows
 * (observed + unobservedWeight x others)^scaling |row|^2. A listener is folded in by the same normal equations as a training row.
 */
export class IalsModel implements RankingModel {
  readonly name = 'ials'
  readonly itemCount: number
  readonly #items: Float64Array
  readonly #settings: IalsSettings
  readonly #solver: RowSolver
  readonly #factorsOfListeners = new WeakMap<FoldIn, Float64Array>()

  constructor(items: Float64Array, settings: IalsSettings) {
    this.itemCount = items.length / settings.dimensions
    this.#items = items
    this.#settings = settings
    this.#solver = new RowSolver(items, this.itemCount, { ...settings, solver: 'cholesky' })
  }

  get factors(): Factors {
    return { dimensions: this.#settings.dimensions, items: this.#items, fold: (listener) => this.#fold(listener) }
  }

  #fold(listener: FoldIn): Float64Array {
    const vector = new Float64Array(this.#settings.dimensions)
    const played = playedItems(listener)
    this.#solver.solve(played, new Float32Array(played.length).fill(1), vector)
    return vector
  }

  score(listener: FoldIn, into: Float64Array): void {
    const vector = this.#fold(listener)
    for (let item = 0; item < this.itemCount; item++) into[item] = dotAt(this.#items, item * vector.length, vector)
  }

  /**
   * Hu, Koren, Volinsky, section 5: the score of item j is the sum over the history of y_j' W y_i, where W is the inverse of the listener's normal
   * equations. W itself knows the whole history: the parts say what each item adds given the others.
   */
  explain(listener: FoldIn, item: number): Explanation {
    const size = this.#settings.dimensions
    const vector = this.#items.slice(item * size, (item + 1) * size)
    solveSmall(this.#factorOf(listener), size, vector)
    const parts = Float64Array.from(listener.items, (one, place) => (listener.weights[place]! > 0 ? dotAt(this.#items, one * size, vector) : 0))
    return { score: parts.reduce((sum, part) => sum + part, 0), parts, remainder: 0 }
  }

  /** The factor of somebody's normal equations: the same for every item that is explained to them. */
  #factorOf(listener: FoldIn): Float64Array {
    const known = this.#factorsOfListeners.get(listener)
    if (known !== undefined) return known
    const played = playedItems(listener)
    const factor = this.#solver.factor(played, new Float32Array(played.length).fill(1)).slice()
    this.#factorsOfListeners.set(listener, factor)
    return factor
  }

  toParts(): ModelParts {
    const { dimensions, unobservedWeight, regularisation, scaling } = this.#settings
    return { name: this.name, numbers: { dimensions, unobservedWeight, regularisation, scaling }, arrays: { items: this.#items } }
  }
}

export function openIals({ numbers, arrays }: ModelParts): IalsModel {
  const settings = {
    dimensions: numbers['dimensions']!,
    unobservedWeight: numbers['unobservedWeight']!,
    regularisation: numbers['regularisation']!,
    scaling: numbers['scaling']!,
  }
  return new IalsModel(arrays['items'] as Float64Array, { ...settings, sweeps: 0, solver: 'cholesky' })
}

/** The items of a history that were played at all. */
export const playedItems = ({ items, weights }: History): Uint32Array => items.filter((_item, place) => weights[place]! > 0)
