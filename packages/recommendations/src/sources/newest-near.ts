import { columnsOf } from '../model/compressed-rows.js'
import type { Stage } from '../stage.js'
import { pickItems } from './pick-items.js'
import { strongest } from './strongest.js'
import { suggest } from './suggest.js'
import { tagAffinity } from './tag-affinity.js'

const YEAR_MS = 365.25 * 24 * 60 * 60 * 1000

/**
 * Releases that carry the tags of what the listener plays, the newest of the catalogue first: half as much for each year that a release is older than the
 * newest. For catalogues in which nothing came out lately.
 */
export const newestNear =
  (numbers: { releases: number; itemsPerRelease: number }): Stage =>
  async (suggestions, context) => {
    const { snapshot, profile } = context
    const { catalogue } = snapshot
    const times = catalogue.releaseDates.map((date) => (date === null ? NaN : Date.parse(date)))
    const newest = times.reduce((latest, time) => (time <= context.now() && time > latest ? time : latest), Number.NEGATIVE_INFINITY)
    const tags = new Map<number, number>()
    const near: [number, number][] = []
    times.forEach((time, release) => {
      if (!(time <= newest)) return
      const { cosine, tag } = tagAffinity(snapshot, profile.tags, release)
      if (tag === null) return
      tags.set(release, tag)
      near.push([release, cosine * 0.5 ** ((newest - time) / YEAR_MS)])
    })
    const found = strongest(near, numbers.releases).flatMap(({ key: release, share }) => {
      const basis = { tag: catalogue.tags.stringOf(tags.get(release)!), releaseId: catalogue.releases.stringOf(release) }
      return pickItems(context, columnsOf(catalogue.releaseItems, release), numbers.itemsPerRelease).map((item) =>
        suggest(context, item, 'shared-tags', share, basis),
      )
    })
    return [...suggestions, ...found]
  }
