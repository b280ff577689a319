import { columnsOf, rowLength } from '../model/compressed-rows.js'
import type { Stage } from '../stage.js'
import { pickItems } from './pick-items.js'
import { strongest } from './strongest.js'
import { suggest } from './suggest.js'

/** The rest of a record that the listener knows in part. */
export const sameRelease =
  (numbers: { releases: number; minimumHeard: number; itemsPerRelease: number }): Stage =>
  async (suggestions, context) => {
    const { catalogue } = context.snapshot
    const known = [...context.profile.releases]
      .filter(([, heard]) => heard >= numbers.minimumHeard)
      .map(([release, heard]) => [release, heard / Math.sqrt(rowLength(catalogue.releaseItems, release))] as const)
    const found = strongest(known, numbers.releases).flatMap(({ key: release, share }) =>
      pickItems(context, columnsOf(catalogue.releaseItems, release), numbers.itemsPerRelease).map((item) =>
        suggest(context, item, 'same-release', share, { releaseId: catalogue.releases.stringOf(release) }),
      ),
    )
    return [...suggestions, ...found]
  }
