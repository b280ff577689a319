import type { StageContext } from '../stage.js'

/** A podcast says less about music than music does, and the other way round. */
const CROSSING = 0.4

export interface AudienceAffinity {
  readonly score: number
  /** The creator of the listener that speaks loudest for this one. */
  readonly anchor: number
}

export interface AnchorNumbers {
  /** How many of the listener's artists and shows are asked. */
  readonly anchors: number
  /** Fewer plays make nobody an anchor. */
  readonly minimumPlays: number
}

/**
 * How strongly the audiences of what the listener plays speak for creators that the listener does not play yet: the sum over anchors of
 * taste weight times similarity (see `findNeighbours`).
 */
export function audienceAffinity(context: StageContext, numbers: AnchorNumbers): ReadonlyMap<number, AudienceAffinity> {
  const { snapshot, profile } = context
  const found = new Map<number, { score: number; anchor: number; loudest: number }>()
  const anchors = [...profile.creators].filter(([, taste]) => taste.plays >= numbers.minimumPlays).slice(0, numbers.anchors)
  for (const [anchor, taste] of anchors) {
    for (const { creator, similarity } of snapshot.neighboursOf(anchor)) {
      if (profile.creators.has(creator) || snapshot.catalogue.isNobody[creator] === 1) continue
      const isCrossing = anchor < snapshot.catalogue.artistCount !== creator < snapshot.catalogue.artistCount
      const voice = taste.weight * similarity * (isCrossing ? CROSSING : 1)
      const entry = found.get(creator)
      if (entry === undefined) found.set(creator, { score: voice, anchor, loudest: voice })
      else {
        entry.score += voice
        if (voice > entry.loudest) Object.assign(entry, { anchor, loudest: voice })
      }
    }
  }
  return found
}
