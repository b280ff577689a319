import { columnsOf } from '../model/compressed-rows.js'
import type { Stage } from '../stage.js'
import { nearReleases } from './near-releases.js'
import { pickItems } from './pick-items.js'
import { suggest } from './suggest.js'

/** Releases that carry the tags of what the listener plays. */
export const sharedTags =
  (numbers: { releases: number; perTag: number; itemsPerRelease: number }): Stage =>
  async (suggestions, context) => {
    const { catalogue } = context.snapshot
    const found = nearReleases(context, numbers).flatMap(({ release, tag, share }) => {
      const basis = { tag: catalogue.tags.stringOf(tag), releaseId: catalogue.releases.stringOf(release) }
      return pickItems(context, columnsOf(catalogue.releaseItems, release), numbers.itemsPerRelease).map((item) =>
        suggest(context, item, 'shared-tags', share, basis),
      )
    })
    return [...suggestions, ...found]
  }
