import { columnsOf, forEachInRow } from '../model/compressed-rows.js'
import { NONE } from '../model/catalogue-index.js'
import type { Stage } from '../stage.js'
import { anchorBasis, audienceAffinity, type AnchorNumbers } from './audience-affinity.js'
import { pickItems } from './pick-items.js'
import { strongest } from './strongest.js'
import { suggest } from './suggest.js'

/** A tag that the listener has never played, where people who share their favourites lead. */
export const exploration =
  (numbers: AnchorNumbers & { creators: number }): Stage =>
  async (suggestions, context) => {
    const { snapshot, profile } = context
    const { catalogue } = snapshot
    /** The rarest tag of the item's release that was never played. */
    const newTag = (item: number): number | null => {
      const release = catalogue.itemRelease[item]!
      let rarest: number | null = null
      if (release !== NONE) {
        forEachInRow(catalogue.releaseTags, release, (tag) => {
          if (profile.playedTags[tag] === 0 && (rarest === null || catalogue.tagRarity[tag]! > catalogue.tagRarity[rarest]!)) rarest = tag
        })
      }
      return rarest
    }
    const affinity = audienceAffinity(context, numbers)
    const newGround = (creator: number) => [...columnsOf(catalogue.creatorItems, creator)].filter((item) => newTag(item) !== null)
    const reachable = affinity.entries().flatMap(([creator, { signal }]) => (newGround(creator).length > 0 ? [[creator, signal] as const] : []))
    const found = strongest(reachable, numbers.creators).flatMap(({ key: creator, value }) =>
      pickItems(context, newGround(creator), 1).flatMap((item) => {
        const tag = newTag(item)
        if (tag === null) return []
        const basis = {
          tag: catalogue.tags.stringOf(tag),
          releaseId: catalogue.releases.stringOf(catalogue.itemRelease[item]!),
          ...anchorBasis(context, affinity.get(creator)!),
          targetId: catalogue.creators.stringOf(creator),
        }
        return [suggest(context, item, 'exploration', value, basis)]
      }),
    )
    return [...suggestions, ...found]
  }
