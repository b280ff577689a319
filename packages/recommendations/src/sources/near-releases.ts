import { columnsOf } from '../model/compressed-rows.js'
import type { StageContext } from '../stage.js'
import { strongest } from './strongest.js'
import { tagAffinity } from './tag-affinity.js'

export interface NearRelease {
  readonly release: number
  /** The tag that brings it near. */
  readonly tag: number
  /** Of the nearest, 0 to 1. */
  readonly share: number
}

/** Hundreds of releases share one tag and nothing else: chance decides between them. */
const CHANCE = 0.2

/** The releases whose tags are nearest to the listener's, nearest first, at most `perTag` for the same tag, so that one favourite tag is not all. */
export function nearReleases(context: StageContext, numbers: { readonly releases: number; readonly perTag: number }): readonly NearRelease[] {
  const { snapshot, profile } = context
  const { catalogue } = snapshot
  const nearness: [number, number][] = []
  const tags = new Map<number, number>()
  for (let release = 0; release < catalogue.releases.size; release++) {
    const { cosine, tag } = tagAffinity(snapshot, profile.tags, release)
    const first = columnsOf(catalogue.releaseItems, release)[0]
    if (tag === null || first === undefined) continue
    tags.set(release, tag)
    nearness.push([release, cosine * (1 - CHANCE + CHANCE * context.chanceOf(first))])
  }
  const used = new Map<number, number>()
  const near: NearRelease[] = []
  for (const { key: release, share } of strongest(nearness, nearness.length)) {
    const tag = tags.get(release)!
    const count = used.get(tag) ?? 0
    if (count >= numbers.perTag) continue
    if (!columnsOf(catalogue.releaseItems, release).some((item) => context.eligibility[item] === 1)) continue
    used.set(tag, count + 1)
    near.push({ release, tag, share })
    if (near.length === numbers.releases) break
  }
  return near
}
