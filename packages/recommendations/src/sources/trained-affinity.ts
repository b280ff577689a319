import { columnsOf, rowLength } from '../model/compressed-rows.js'
import { NONE } from '../model/catalogue-index.js'
import type { TrainedCreators } from '../model/trained-creators.js'
import type { FoldIn } from '../ranking-models/ranking-model.js'
import { ANONYMITY_FLOOR } from '../reason.js'
import type { StageContext } from '../stage.js'
import type { AudienceAffinity } from './audience-affinity.js'

/**
 * How strongly the trained model speaks for creators that the listener does not play yet. The listener's history is folded in as it is now: a new listen counts at
 * once. The anchor is the creator of the history that adds most to the score, of those whose shared audience is large enough to be told; who has none such is left
 * out, because there would be no reason to give. null: the model has nothing to say, most often because it knows nobody that the listener plays.
 */
export function trainedAffinity(context: StageContext, trained: TrainedCreators, count: number): ReadonlyMap<number, AudienceAffinity> | null {
  const listener = foldIn(context, trained)
  if (listener.items.length === 0) return null
  const allowed = reachable(context, trained)
  const found = new Map<number, AudienceAffinity>()
  let tried = 0
  // Most candidates can be proved; where many cannot, more are asked for.
  for (let asked = 2 * count; ; asked *= 4) {
    const candidates = trained.best(listener, allowed, asked)
    for (const { item, score } of candidates.slice(tried)) {
      if (score <= 0 || found.size === count) return found.size === 0 ? null : found
      const anchor = findAnchor(context, trained, listener, item)
      if (anchor !== null) found.set(trained.creatorOfItem[item]!, { score, anchor })
    }
    tried = candidates.length
    if (tried < asked) return found.size === 0 ? null : found
  }
}

/** 1 for items of the model that are creators of something that may be suggested, and of nothing that the listener plays; whose audience is too small for any proof is not. */
function reachable({ snapshot: { catalogue, audience }, profile, eligibility }: StageContext, { creatorOfItem }: TrainedCreators): Uint8Array {
  return Uint8Array.from(creatorOfItem, (creator) => {
    if (creator === NONE || profile.creators.has(creator) || catalogue.isNobody[creator] === 1) return 0
    if (rowLength(audience.creatorListeners, creator) < ANONYMITY_FLOOR) return 0
    return Number(columnsOf(catalogue.creatorItems, creator).some((own) => eligibility[own] === 1))
  })
}

function foldIn({ profile }: StageContext, { itemOfCreator }: TrainedCreators): FoldIn {
  const known = [...profile.creators]
    .flatMap(([creator, { plays }]) => (itemOfCreator[creator] === NONE ? [] : [{ item: itemOfCreator[creator]!, plays }]))
    .toSorted((a, b) => a.item - b.item)
  return { items: Uint32Array.from(known, ({ item }) => item), weights: Float32Array.from(known, ({ plays }) => plays), friends: [] }
}

/** The creator of the history that adds most to the score of `item`, and can be shown to share its audience; null: none. */
function findAnchor({ snapshot }: StageContext, { ranking, creatorOfItem }: TrainedCreators, listener: FoldIn, item: number): number | null {
  const { creatorListeners } = snapshot.audience
  const audience = columnsOf(creatorListeners, creatorOfItem[item]!)
  const { parts } = ranking.explain(listener, item)
  for (const place of [...parts.keys()].filter((each) => parts[each]! > 0).toSorted((a, b) => parts[b]! - parts[a]! || a - b)) {
    const anchor = creatorOfItem[listener.items[place]!]!
    if (rowLength(creatorListeners, anchor) < ANONYMITY_FLOOR) continue
    if (countShared(columnsOf(creatorListeners, anchor), audience) >= ANONYMITY_FLOOR) return anchor
  }
  return null
}

/** How many numbers two ascending lists share. */
function countShared(one: Uint32Array, other: Uint32Array): number {
  let shared = 0
  for (let a = 0, b = 0; a < one.length && b < other.length;) {
    if (one[a] === other[b]) shared++
    if (one[a]! <= other[b]!) a++
    else b++
  }
  return shared
}
