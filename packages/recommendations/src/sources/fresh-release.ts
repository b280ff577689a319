import { columnsOf } from '../model/compressed-rows.js'
import type { Stage } from '../stage.js'
import type { Basis } from '../basis.js'
import { pickItems } from './pick-items.js'
import { suggest } from './suggest.js'
import { tagAffinity } from './tag-affinity.js'
import { topicAffinity, topicBasis } from './topic-affinity.js'
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
    const playedCreator = (item: number) => columnsOf(catalogue.itemCreators, item).find((creator) => profile.creators.has(creator))

    const releases: [number, number][] = []
    const bases = new Map<number, Basis>()
    catalogue.releaseDates.forEach((date, release) => {
      const fresh = date === null ? 0 : freshness(Date.parse(date), numbers.releaseDays)
      if (fresh === 0) return
      const creator = [...columnsOf(catalogue.releaseItems, release)].map(playedCreator).find((played) => played !== undefined)
      const { cosine, tag } = tagAffinity(snapshot, profile.tags, release)
      releases.push([release, fresh * (creator === undefined ? cosine : 1)])
      const near = creator !== undefined ? { targetId: catalogue.creators.stringOf(creator) } : tag === null ? {} : { tag: catalogue.tags.stringOf(tag) }
      bases.set(release, { releaseId: catalogue.releases.stringOf(release), ...near })
    })
    const tracks = strongest(releases, numbers.releases).flatMap(({ key: release, share }) =>
      pickItems(context, columnsOf(catalogue.releaseItems, release), 1).map((item) => suggest(context, item, 'fresh-release', share, bases.get(release) ?? {})),
    )

    const topical = topicAffinity(context)
    const most = topical.values().reduce((highest, { score }) => Math.max(highest, score), 0)
    const fresh: [number, number][] = []
    for (let item = catalogue.trackCount; item < catalogue.items.size; item++) {
      if (context.eligibility[item] !== 1) continue
      const near = playedCreator(item) !== undefined ? 1 : (topical.get(item)?.score ?? 0) / (most || 1)
      fresh.push([item, freshness(catalogue.publishedAt[item]!, numbers.episodeDays) * near])
    }
    const episodes = strongest(fresh, numbers.episodes).map(({ key: item, share }) => {
      const show = playedCreator(item)
      const topic = topical.get(item)
      const near = show !== undefined ? { targetId: catalogue.creators.stringOf(show) } : topic === undefined ? {} : topicBasis(context, topic)
      return suggest(context, item, 'fresh-release', share, near)
    })
    return [...suggestions, ...tracks, ...episodes]
  }
