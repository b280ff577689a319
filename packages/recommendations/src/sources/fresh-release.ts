import { columnsOf } from '../model/compressed-rows.js'
import type { Stage } from '../stage.js'
import { pickItems } from './pick-items.js'
import { suggest } from './suggest.js'
import { tagAffinity } from './tag-affinity.js'
import { topicAffinity } from './topic-affinity.js'
import { strongest } from './strongest.js'

const DAY_MS = 24 * 60 * 60 * 1000

/** What came out lately and is near the listener: of an artist or show they play, or with their tags or topics. A bare year counts from its first day. */
export const freshRelease =
  (numbers: { releaseDays: number; episodeDays: number; releases: number; episodes: number }): Stage =>
  async (suggestions, context) => {
    const { snapshot, profile } = context
    const { catalogue } = snapshot
    const freshness = (time: number, days: number) => {
      const age = (context.now() - time) / DAY_MS
      return age >= 0 && age <= days ? 1 - age / (2 * days) : 0
    }
    const isPlayed = (item: number) => columnsOf(catalogue.itemCreators, item).some((creator) => profile.creators.has(creator))

    const releases: [number, number][] = []
    catalogue.releaseDates.forEach((date, release) => {
      const fresh = date === null ? 0 : freshness(Date.parse(date), numbers.releaseDays)
      if (fresh === 0) return
      const near = Math.max(tagAffinity(snapshot, profile.tags, release).cosine, Number(columnsOf(catalogue.releaseItems, release).some(isPlayed)))
      releases.push([release, fresh * near])
    })
    const tracks = strongest(releases, numbers.releases).flatMap(({ key: release, share }) =>
      pickItems(context, columnsOf(catalogue.releaseItems, release), 1).map((item) =>
        suggest(context, item, 'fresh-release', share, { releaseId: catalogue.releases.stringOf(release) }),
      ),
    )

    const topical = topicAffinity(context)
    const most = topical.values().reduce((highest, { score }) => Math.max(highest, score), 0)
    const fresh: [number, number][] = []
    for (let item = catalogue.trackCount; item < catalogue.items.size; item++) {
      if (context.eligibility[item] !== 1) continue
      const near = isPlayed(item) ? 1 : (topical.get(item)?.score ?? 0) / (most || 1)
      fresh.push([item, freshness(catalogue.publishedAt[item]!, numbers.episodeDays) * near])
    }
    const episodes = strongest(fresh, numbers.episodes).map(({ key: item, share }) => suggest(context, item, 'fresh-release', share, {}))
    return [...suggestions, ...tracks, ...episodes]
  }
