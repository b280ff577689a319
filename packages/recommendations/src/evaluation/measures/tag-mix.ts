import { columnsOf, type CompressedRows } from '../../model/compressed-rows.js'

/** Of the list's mix, so much is the history's: a tag that the list lacks costs much, not everything (Steck 2018 takes 0.01). */
const ALPHA = 0.01

/** Which tags items are of, and how far a list is from a history in that. H. Steck, Calibrated recommendations, RecSys 2018. */
export class TagMix {
  readonly #tags: CompressedRows
  readonly #totals: Float64Array

  /** @param tags items x tags, as counted; negative counts are not meant */
  constructor(tags: CompressedRows) {
    this.#tags = tags
    this.#totals = Float64Array.from({ length: tags.rowCount }, (_, item) =>
      tags.values.subarray(tags.offsets[item]!, tags.offsets[item + 1]!).reduce((sum, value) => sum + value, 0),
    )
  }

  get tagCount(): number {
    return this.#tags.columnCount
  }

  isTagged(item: number): boolean {
    return this.#totals[item]! > 0
  }

  tagsOf(item: number): Uint32Array {
    return columnsOf(this.#tags, item)
  }

  /** Adds the tags of an item to a mix, in all so much. */
  add(item: number, weight: number, into: Float64Array): void {
    const { offsets, columns, values } = this.#tags
    for (let cell = offsets[item]!; cell < offsets[item + 1]!; cell++) into[columns[cell]!]! += (weight * values[cell]!) / this.#totals[item]!
  }

  /** The tags that occur in a history or list, each item counting the same; null: none of the items is tagged. */
  of(items: Uint32Array): Float64Array | null {
    const tagged = items.filter((item) => this.isTagged(item))
    if (tagged.length === 0) return null
    const mix = new Float64Array(this.tagCount)
    for (const item of tagged) this.add(item, 1 / tagged.length, mix)
    return mix
  }
}

/** Kullback-Leibler divergence of the list's mix, smoothed with the history's, from the history's, in nats: 0 where both are the same. */
export function calibrationKl(history: Float64Array, list: Float64Array): number {
  let divergence = 0
  for (const [tag, share] of history.entries()) divergence += calibrationTerm(share, list[tag]!)
  return Math.max(0, divergence)
}

/** What one tag adds to the divergence. */
export function calibrationTerm(ofHistory: number, ofList: number): number {
  return ofHistory === 0 ? 0 : ofHistory * Math.log(ofHistory / ((1 - ALPHA) * ofList + ALPHA * ofHistory))
}
