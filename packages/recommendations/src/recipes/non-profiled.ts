import type { Recipe } from '../recipe.js'
import { catalogueCorners } from '../sources/catalogue-corners.js'
import { popular } from '../sources/popular.js'
import { arrange } from '../stages/arrange.js'
import { fromSources } from '../stages/from-sources.js'
import { keepEligible } from '../stages/keep-eligible.js'
import { rank } from '../stages/rank.js'

/** For nobody in particular: no history is read. What many play, and one item from each corner of the catalogue. */
export const nonProfiled: Recipe = {
  name: 'non-profiled',
  version: 2,
  heardReturnsAfterMs: null,
  stages: [
    fromSources(popular({ creators: 100, itemsPerCreator: 1 }), catalogueCorners({ releasesPerTag: 2, itemsPerShow: 4 })),
    keepEligible,
    rank({
      weights: { popular: { familiar: 1, adventurous: 0.3 }, exploration: { familiar: 0.6, adventurous: 1 } },
      novelty: { familiar: 0, adventurous: 0 },
      chance: 0.5,
    }),
    arrange({ artistSpacing: 9, showSpacing: 2, sameReasonInTen: 5, sameBasisInTen: 1, sameKindInRow: 2, length: 500 }),
  ],
}
