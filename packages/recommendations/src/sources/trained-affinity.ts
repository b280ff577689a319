import { audienceSize, sharedListeners } from '../model/audience-index.js'
import { columnsOf } from '../model/compressed-rows.js'
import { NONE } from '../model/catalogue-index.js'
import type { TrainedCreators } from '../model/trained-creators.js'
import type { FoldIn } from '../ranking-models/ranking-model.js'
import { ANONYMITY_FLOOR } from '../reason.js'
import type { StageContext } from '../stage.js'
import { halfAt, loudestOf, type AudienceAffinity } from './audience-affinity.js'

/** A score of so much is half of what can be said: absolute, so that taking some of the history away makes no other score louder. */
const HALF_SCORE = 0.25

/** What is named must be so much of all that speaks: a smaller part of the cause is no reason. */
const LEAST_NAMED = 0.12

/**
 * How strongly the trained model speaks for creators that the listener does not play yet. The listener's history is folded in as it is now: a new listen counts at
 * once. The anchors are the creators of the history that add most to the score, of those whose shared audience is large enough to be told; who has none such is left
 * out, because there would be no reason to give. Only what the anchors add counts: whoever takes it away sees that it was the cause. null: the model has nothing to say, most often because it knows nobody that the listener plays.
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
      const { anchors, share } = findAnchors(context, trained, listener, item)
      // What is not named does not count: else a reason would be a small part of what it is given for.
      if (share >= LEAST_NAMED) found.set(trained.creatorOfItem[item]!, { signal: halfAt(HALF_SCORE, score * share), anchors })
    }
    tried = candidates.length
    if (tried < asked) return found.size === 0 ? null : found
  }
}

/** 1 for items of the model that are creators of something that may be suggested, and of nothing that the listener plays; whose audience is too small for any proof is not. */
function reachable({ snapshot: { catalogue, audience }, profile, eligibility }: StageContext, { creatorOfItem }: TrainedCreators): Uint8Array {
  return Uint8Array.from(creatorOfItem, (creator) => {
    if (creator === NONE || profile.creators.has(creator) || catalogue.isNobody[creator] === 1) return 0
    if (audienceSize(audience, creator) < ANONYMITY_FLOOR) return 0
    return Number(columnsOf(catalogue.creatorItems, creator).some((own) => eligibility[own] === 1))
  })
}

function foldIn({ profile }: StageContext, { itemOfCreator }: TrainedCreators): FoldIn {
  const known = [...profile.creators]
    .flatMap(([creator, { plays }]) => (itemOfCreator[creator] === NONE ? [] : [{ item: itemOfCreator[creator]!, plays }]))
    .toSorted((a, b) => a.item - b.item)
  return { items: Uint32Array.from(known, ({ item }) => item), weights: Float32Array.from(known, ({ plays }) => plays), friends: [] }
}

/** The creators of the history that add most to the score of `item`, and can be shown to share its audience: as many as are named. */
function findAnchors({ snapshot }: StageContext, { ranking, creatorOfItem }: TrainedCreators, listener: FoldIn, item: number): ReturnType<typeof loudestOf> {
  const { parts } = ranking.explain(listener, item)
  const target = creatorOfItem[item]!
  const voices = [...parts].flatMap((part, place) => (part > 0 ? [{ anchor: creatorOfItem[listener.items[place]!]!, voice: part }] : []))
  return loudestOf(voices, (anchor) => sharedListeners(snapshot.audience, anchor, target) >= ANONYMITY_FLOOR, target >= snapshot.catalogue.artistCount)
}
