import { columnsOf, rowLength } from '../model/compressed-rows.js'
import type { Stage } from '../stage.js'
import { pickItems } from './pick-items.js'
import { strongest } from './strongest.js'
import { suggest } from './suggest.js'

/** Artists that the listener does not play yet, on labels they keep coming back to. A label that puts out everything says little. */
export const sameLabel =
  (numbers: { labels: number; minimumTracks: number; itemsPerLabel: number }): Stage =>
  async (suggestions, context) => {
    const { snapshot, profile } = context
    const { catalogue } = snapshot
    const labels = [...profile.labels]
      .filter(([, tracks]) => tracks >= numbers.minimumTracks)
      .map(([label, tracks]) => [label, Math.log1p(tracks) * Math.log(catalogue.releases.size / rowLength(catalogue.labelReleases, label))] as const)
    const found = strongest(labels, numbers.labels).flatMap(({ key: label, share }) => {
      const items = [...columnsOf(catalogue.labelReleases, label)]
        .filter((release) => !profile.releases.has(release))
        .flatMap((release) => [...columnsOf(catalogue.releaseItems, release)])
        .filter((item) => !columnsOf(catalogue.itemCreators, item).some((creator) => profile.creators.has(creator)))
      return pickItems(context, items, numbers.itemsPerLabel).map((item) =>
        suggest(context, item, 'same-label', share, { labelKey: catalogue.labels.stringOf(label) }),
      )
    })
    return [...suggestions, ...found]
  }
