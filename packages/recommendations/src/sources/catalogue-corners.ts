import { columnsOf } from '../model/compressed-rows.js'
import type { Stage } from '../stage.js'
import { pickItems } from './pick-items.js'
import { suggest } from './suggest.js'

/**
 * One item from each corner of the catalogue where the listener has not been: for every tag a release, for every show an episode, in an
 * order that chance decides. `order: 'last'`: of a show the episodes that no other source would pick first, so that what only fills a list up is never what another source has a reason for. For listeners of whom nothing is known, and to fill a list that would stay short.
 */
export const catalogueCorners =
  (numbers: { releasesPerTag: number; itemsPerShow: number; order?: 'first' | 'last' }): Stage =>
  async (suggestions, context) => {
    const { catalogue } = context.snapshot
    const { profile } = context
    const chanceOfRelease = (release: number) => context.chanceOf(columnsOf(catalogue.releaseItems, release)[0] ?? 0)
    const corners = new Map<number, number[]>()
    for (let release = 0; release < catalogue.releases.size; release++) {
      if (!columnsOf(catalogue.releaseItems, release).some((item) => context.eligibility[item] === 1)) continue
      for (const tag of columnsOf(catalogue.releaseTags, release)) {
        if (profile.playedTags[tag] === 0) corners.set(tag, [...(corners.get(tag) ?? []), release])
      }
    }
    const found = new Map<number, string | null>()
    for (const [tag, releases] of corners) {
      const drawn = releases.toSorted((a, b) => chanceOfRelease(b) - chanceOfRelease(a) || a - b).slice(0, numbers.releasesPerTag)
      for (const release of drawn) {
        for (const item of pickItems(context, columnsOf(catalogue.releaseItems, release), 1)) found.set(item, catalogue.tags.stringOf(tag))
      }
    }
    for (let creator = 0; creator < catalogue.creators.size; creator++) {
      const isShow = creator >= catalogue.artistCount
      if (profile.creators.has(creator) || !(isShow || corners.size === 0)) continue
      for (const item of pickItems(context, columnsOf(catalogue.creatorItems, creator), isShow ? numbers.itemsPerShow : 1, numbers.order)) found.set(item, null)
    }
    return [...suggestions, ...[...found].map(([item, tag]) => suggest(context, item, 'exploration', context.chanceOf(item), tag === null ? {} : { tag }))]
  }
