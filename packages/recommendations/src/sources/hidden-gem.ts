import { audienceSize } from '../model/audience-index.js'
import { columnsOf } from '../model/compressed-rows.js'
import { ANONYMITY_FLOOR } from '../reason.js'
import type { Stage } from '../stage.js'
import { nearReleases } from './near-releases.js'
import { pickItems } from './pick-items.js'
import { strongest } from './strongest.js'
import { suggest } from './suggest.js'
import { topicAffinity, topicBasis } from './topic-affinity.js'

/** Among so few listeners everything is hidden, and being hidden says nothing. */
const MINIMUM_AUDIENCE = 5 * ANONYMITY_FLOOR

/** What the listener's tags or topics point at and fewer than ten listeners have found: neither the item nor who made it. */
export const hiddenGem =
  (numbers: { releases: number; perTag: number; episodes: number }): Stage =>
  async (suggestions, context) => {
    const { snapshot, profile } = context
    const { catalogue, audience } = snapshot
    if (audience.listenerCount < MINIMUM_AUDIENCE) return suggestions
    const isHidden = (item: number) => audience.itemListenerCount[item]! < ANONYMITY_FLOOR
    const isUnknown = (creator: number) => audienceSize(audience, creator) < ANONYMITY_FLOOR

    const tracks = nearReleases(context, numbers).flatMap(({ release, tag, share }) => {
      if (profile.releases.has(release)) return []
      const gems = [...columnsOf(catalogue.releaseItems, release)].filter((item) => isHidden(item) && columnsOf(catalogue.itemCreators, item).every(isUnknown))
      const basis = { tag: catalogue.tags.stringOf(tag), releaseId: catalogue.releases.stringOf(release) }
      return pickItems(context, gems, 1).map((item) => suggest(context, item, 'hidden-gem', share, basis))
    })
    const affinity = topicAffinity(context)
    const hidden = affinity.entries().flatMap(([item, { score }]) => (isHidden(item) ? [[item, score] as const] : []))
    const episodes = strongest(hidden, numbers.episodes).map(({ key: item, share }) =>
      suggest(context, item, 'hidden-gem', share, topicBasis(context, affinity.get(item)!)),
    )
    return [...suggestions, ...tracks, ...episodes]
  }
