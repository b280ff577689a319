import type { StageContext } from '../stage.js'
import type { Basis } from '../basis.js'

/** A podcast says less about music than music does, and the other way round. */
const CROSSING = 0.4

export interface AudienceAffinity {
  /** 0 to 1: how loud all voices are together. */
  readonly signal: number
  /** The creators of the listener that speak for this one, loudest first, so many that they are most of it. */
  readonly anchors: readonly number[]
}

export interface AnchorNumbers {
  /** How many of the listener's artists and shows are asked. */
  readonly anchors: number
  /** Fewer plays make nobody an anchor. */
  readonly minimumPlays: number
}

/** Voices of so much together are half heard. */
const HALF_HEARD = 0.25
/**
 * A reason rests on so many anchors, or fewer where they are nearly all that speaks. Fewer are told: see `proveReason`. There are few shows, and many anchors speak for
 * each: what is left of them after eight would put it where it was, so that the eight were no reason. Of shows all that speaks is named.
 */
const mostNamed = (isShow: boolean): number => (isShow ? Number.POSITIVE_INFINITY : 8)
const NEARLY_ALL = 0.9

/**
 * How strongly the audiences of what the listener plays speak for creators that the listener does not play yet: the sum over anchors of
 * taste weight times similarity (see `findNeighbours`), as sum / (sum + HALF_HEARD).
 */
export function audienceAffinity(context: StageContext, numbers: AnchorNumbers): ReadonlyMap<number, AudienceAffinity> {
  const { snapshot, profile } = context
  const voices = new Map<number, Voice[]>()
  const anchors = [...profile.creators].filter(([, taste]) => taste.plays >= numbers.minimumPlays).slice(0, numbers.anchors)
  for (const [anchor, taste] of anchors) {
    for (const { creator, similarity } of snapshot.neighboursOf(anchor)) {
      if (profile.creators.has(creator) || snapshot.catalogue.isNobody[creator] === 1) continue
      const isCrossing = anchor < snapshot.catalogue.artistCount !== creator < snapshot.catalogue.artistCount
      const voice = { anchor, voice: taste.weight * similarity * (isCrossing ? CROSSING : 1) }
      const known = voices.get(creator)
      if (known === undefined) voices.set(creator, [voice])
      else known.push(voice)
    }
  }
  return new Map(
    [...voices].map(([creator, heard]) => [
      creator,
      {
        signal: halfAt(
          HALF_HEARD,
          heard.reduce((sum, { voice }) => sum + voice, 0),
        ),
        anchors: loudestOf(heard, () => true, creator >= snapshot.catalogue.artistCount).anchors,
      },
    ]),
  )
}

export interface Voice {
  readonly anchor: number
  readonly voice: number
}

/** The loudest anchors that may be named, so many that they are nearly all that speaks, at most `mostNamed`; and which share of all voices is theirs. */
export function loudestOf(
  voices: readonly Voice[],
  mayBeNamed: (anchor: number) => boolean,
  isShow: boolean,
): { readonly anchors: readonly number[]; readonly share: number } {
  const all = voices.reduce((sum, { voice }) => sum + voice, 0)
  const anchors: number[] = []
  let heard = 0
  for (const { anchor, voice } of voices.toSorted((a, b) => b.voice - a.voice || a.anchor - b.anchor)) {
    if (anchors.length === mostNamed(isShow) || heard >= NEARLY_ALL * all) break
    if (!mayBeNamed(anchor)) continue
    anchors.push(anchor)
    heard += voice
  }
  return { anchors, share: all === 0 ? 0 : heard / all }
}

/** From 0 towards 1, and a half at `half`: an absolute measure, so that a voice that falls silent makes no other louder. */
export const halfAt = (half: number, value: number): number => value / (value + half)

/** The anchors as what a signal rests on. */
export function anchorBasis({ snapshot: { catalogue } }: StageContext, { anchors }: AudienceAffinity): Pick<Basis, 'anchorId' | 'furtherAnchorIds'> {
  const [anchorId, ...furtherAnchorIds] = anchors.map((anchor) => catalogue.creators.stringOf(anchor))
  return { ...(anchorId !== undefined && { anchorId }), ...(furtherAnchorIds.length > 0 && { furtherAnchorIds }) }
}
