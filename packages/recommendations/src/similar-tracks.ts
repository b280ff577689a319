import { audienceStep } from './audience-step.js'
import { columnsOf, forEachInRow } from './model/compressed-rows.js'
import { NONE } from './model/catalogue-index.js'
import type { RecommendationModel } from './model/recommendation-model.js'
import { tagAffinity } from './sources/tag-affinity.js'

export interface SimilarTrack {
  readonly trackId: string
  /** Sum of the shares below, 0 to 1. */
  readonly score: number
}

/** What makes tracks similar, and how much: who listens to both artists, the tags of their releases, the same artist, the same label. */
const SHARE = { audience: 0.45, tags: 0.35, artist: 0.15, label: 0.05 } as const

/**
 * Tracks like one track, for nobody in particular: at most one of each artist and release, from memory, without a statement. Empty where the track is
 * not in the snapshot.
 */
export function similarTracks({ model }: { readonly model: RecommendationModel }, trackId: string, limit: number): readonly SimilarTrack[] {
  const { snapshot } = model
  const { catalogue, audience } = snapshot
  const track = catalogue.items.numberOf(trackId)
  if (track === undefined || track >= catalogue.trackCount) return []

  const creators = columnsOf(catalogue.itemCreators, track).filter((creator) => catalogue.isNobody[creator] === 0)
  const shared = new Map<number, number>()
  for (const creator of creators) {
    for (const neighbour of snapshot.neighboursOf(creator)) shared.set(neighbour.creator, Math.max(neighbour.similarity, shared.get(neighbour.creator) ?? 0))
  }
  const nearest = shared.values().reduce((most, similarity) => Math.max(most, similarity), 0)

  const release = catalogue.itemRelease[track]!
  const tags = tagsOfRelease(catalogue, release)
  const scoreOf = (item: number, ofRelease: number): number => {
    const by = columnsOf(catalogue.itemCreators, item)
    const audienceShare = by.reduce((most, creator) => Math.max(most, shared.get(creator) ?? 0), 0) / (nearest || 1)
    return SHARE.audience * audienceShare + SHARE.artist * Number(by.some((creator) => creators.includes(creator))) + ofRelease
  }
  // In steps, as everywhere: the order of equals tells nobody what one listener played.
  const audienceOf = (item: number): number => audienceStep(audience.itemListenerCount[item]!)
  const scores: { item: number; score: number }[] = []
  for (let other = 0; other < catalogue.releases.size; other++) {
    const sameLabel = release !== NONE && catalogue.releaseLabel[other] !== NONE && catalogue.releaseLabel[other] === catalogue.releaseLabel[release]
    const ofRelease = SHARE.tags * Math.min(1, tagAffinity(snapshot, tags, other).cosine) + SHARE.label * Number(sameLabel)
    let best = NONE
    let most = 0
    for (const item of columnsOf(catalogue.releaseItems, other)) {
      const score = item === track ? 0 : scoreOf(item, ofRelease)
      if (score > most || (score > 0 && score === most && audienceOf(item) > audienceOf(best))) {
        best = item
        most = score
      }
    }
    if (best !== NONE) scores.push({ item: best, score: most })
  }
  scores.sort((a, b) => b.score - a.score || audienceOf(b.item) - audienceOf(a.item) || a.item - b.item)

  const met = new Set<number>()
  const chosen: SimilarTrack[] = []
  for (const { item, score } of scores) {
    if (chosen.length >= limit) break
    const by = columnsOf(catalogue.itemCreators, item)
    if (by.some((creator) => met.has(creator))) continue
    for (const creator of by) met.add(creator)
    chosen.push({ trackId: catalogue.items.stringOf(item), score })
  }
  return chosen
}

function tagsOfRelease(catalogue: RecommendationModel['snapshot']['catalogue'], release: number): Float32Array {
  const tags = new Float32Array(catalogue.tags.size)
  if (release === NONE) return tags
  forEachInRow(catalogue.releaseTags, release, (tag, strength) => (tags[tag] = strength * catalogue.tagRarity[tag]!))
  const length = Math.sqrt(tags.reduce((sum, value) => sum + value * value, 0))
  return length === 0 ? tags : tags.map((value) => value / length)
}
