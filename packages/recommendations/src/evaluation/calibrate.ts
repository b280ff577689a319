import { calibrationTerm, type TagMix } from './measures/tag-mix.js'

/** Values that differ by less are equal: the better placed comes first. */
const ROUNDING = 1e-12

export interface CalibrateOptions {
  /** The tags of what the listener has played; null: nothing of it is tagged, and the order stays. */
  readonly history: Float64Array | null
  readonly mix: TagMix
  /** 0: by place alone; 1: by tags alone. */
  readonly strength: number
  readonly length: number
}

/** How far down calibration looks for what a list lacks: so many times the length of the list. */
export const CALIBRATION_DEPTH = 10
/** More than halves the divergence. Chosen on five validation parts of the training users of HetRec Last.fm, see docs/evaluation.md. */
export const CALIBRATION_STRENGTH = 0.4

/**
 * Calibrated re-ranking (Steck, RecSys 2018): picks one item after the other so that (1 - strength) times its worth, less strength times the divergence
 * of the list's tag mix from the history's, is the greatest. Worth is 1 / place: scores of different models have different scales. Items without tags
 * change no mix; ties go to the better placed. What was picked then stands in the order in which it was given: the mix of a list does not depend on
 * its order, its use does.
 * @param items best first; as many more than `length` as may be drawn on
 */
export function calibrate(items: Uint32Array, { history, mix, strength, length }: CalibrateOptions): Uint32Array {
  if (history === null || strength === 0) return items.slice(0, length)
  const open = [...items.keys()]
  const picked: number[] = []
  const shown = new PickedMix(history, mix)
  while (picked.length < length && open.length > 0) {
    let [chosen, most] = [0, Number.NEGATIVE_INFINITY]
    const divergence = shown.divergenceOfNext()
    for (const [index, place] of open.entries()) {
      const value = (1 - strength) / (place + 1) - strength * divergence(items[place]!)
      if (value > most + ROUNDING) [chosen, most] = [index, value]
    }
    const [place] = open.splice(chosen, 1) as [number]
    shown.add(items[place]!)
    picked.push(place)
  }
  return Uint32Array.from(
    picked.toSorted((left, right) => left - right),
    (place) => items[place]!,
  )
}

/** The tags of the items picked so far, and how far from the history they would be with one more. */
class PickedMix {
  readonly #history: Float64Array
  readonly #mix: TagMix
  readonly #sum: Float64Array
  readonly #own: Float64Array
  readonly #historyTags: readonly number[]
  #count = 0

  constructor(history: Float64Array, mix: TagMix) {
    this.#history = history
    this.#mix = mix
    this.#sum = new Float64Array(mix.tagCount)
    this.#own = new Float64Array(mix.tagCount)
    this.#historyTags = [...history.keys()].filter((tag) => history[tag]! > 0)
  }

  add(item: number): void {
    if (!this.#mix.isTagged(item)) return
    this.#mix.add(item, 1, this.#sum)
    this.#count++
  }

  /** For all tags once as if the next item had none of them; for an item only its own tags differ from that. */
  divergenceOfNext(): (item: number) => number {
    const [history, sum, own, count] = [this.#history, this.#sum, this.#own, this.#count]
    const termOf = (tag: number, total: number, of: number): number => calibrationTerm(history[tag]!, of === 0 ? 0 : total / of)
    let [now, withoutItsTags] = [0, 0]
    for (const tag of this.#historyTags) {
      now += termOf(tag, sum[tag]!, count)
      withoutItsTags += termOf(tag, sum[tag]!, count + 1)
    }
    return (item) => {
      if (!this.#mix.isTagged(item)) return now
      this.#mix.add(item, 1, own)
      let divergence = withoutItsTags
      for (const tag of this.#mix.tagsOf(item)) {
        divergence += termOf(tag, sum[tag]! + own[tag]!, count + 1) - termOf(tag, sum[tag]!, count + 1)
        own[tag] = 0
      }
      return divergence
    }
  }
}
