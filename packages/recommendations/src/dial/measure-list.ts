import { columnsOf } from '../model/compressed-rows.js'
import type { Snapshot } from '../model/snapshot.js'
import type { StageContext } from '../stage.js'
import { describe, likeness } from '../stages/likeness.js'
import { noveltyOf } from '../stages/novelty.js'

/** What one list is like, each 0 to 1. */
export interface ListMeasures {
  /** Binary gain, log2 discount, against the ideal over min(k, held-out items) (Järvelin and Kekäläinen 2002). */
  readonly ndcg: number
  /** Mean of `noveltyOf`. */
  readonly novelty: number
  /** Mean over all pairs of 1 minus the cosine of their release tags (tf-idf) (Ziegler et al. 2005, intra-list). */
  readonly diversity: number
  /** Share of places by artists and shows that the listener never played. */
  readonly newArtists: number
  /** Share of places by artists that the listener plays, or that are among the nearest ten of one whom they play. */
  readonly familiarGround: number
}

const DIRECT_NEIGHBOURS = 10

export function measureList(items: readonly number[], heldOut: ReadonlySet<number>, context: StageContext, k: number): ListMeasures {
  const { catalogue } = context.snapshot
  const familiar = familiarGround(context)
  const share = (holds: (item: number) => boolean) => items.filter(holds).length / Math.max(1, items.length)
  const creatorsOf = (item: number) => [...columnsOf(catalogue.itemCreators, item)]
  return {
    ndcg: ndcgOf(items, heldOut, k),
    novelty: items.reduce((sum, item) => sum + noveltyOf(item, context), 0) / Math.max(1, items.length),
    diversity: diversityOf(items, context.snapshot),
    newArtists: share((item) => !creatorsOf(item).some((creator) => context.profile.creators.has(creator))),
    familiarGround: share((item) => creatorsOf(item).some((creator) => familiar.has(creator))),
  }
}

const discount = (place: number): number => 1 / Math.log2(place + 2)

export function ndcgOf(items: readonly number[], heldOut: ReadonlySet<number>, k: number): number {
  let gain = 0
  items.slice(0, k).forEach((item, place) => {
    if (heldOut.has(item)) gain += discount(place)
  })
  let ideal = 0
  for (let place = 0; place < Math.min(k, heldOut.size); place++) ideal += discount(place)
  return ideal === 0 ? 0 : gain / ideal
}

function familiarGround({ profile, snapshot }: StageContext): ReadonlySet<number> {
  const played = [...profile.creators.keys()]
  return new Set([
    ...played,
    ...played.flatMap((creator) =>
      snapshot
        .neighboursOf(creator)
        .slice(0, DIRECT_NEIGHBOURS)
        .map((neighbour) => neighbour.creator),
    ),
  ])
}

function diversityOf(items: readonly number[], snapshot: Snapshot): number {
  if (items.length < 2) return 0
  const descriptions = items.map((item) => describe(item, snapshot))
  let sum = 0
  for (let one = 0; one < items.length; one++) for (let other = 0; other < one; other++) sum += 1 - likeness(descriptions[one]!, descriptions[other]!)
  return sum / ((items.length * (items.length - 1)) / 2)
}
