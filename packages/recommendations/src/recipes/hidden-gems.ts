import type { Recipe } from '../recipe.js'
import { catalogueCorners } from '../sources/catalogue-corners.js'
import { hiddenGem } from '../sources/hidden-gem.js'
import { sameLabel } from '../sources/same-label.js'
import { sharedTags } from '../sources/shared-tags.js'
import { topicMatch } from '../sources/topic-match.js'
import { arrange } from '../stages/arrange.js'
import { fillUp } from '../stages/fill-up.js'
import { fromSources } from '../stages/from-sources.js'
import { keepEligible } from '../stages/keep-eligible.js'
import { rank } from '../stages/rank.js'

/** What lies near the taste and hardly anybody has found, newcomers without a single listener among it: at least so many places are theirs. */
export const hiddenGems: Recipe = {
  name: 'hidden-gems',
  version: 1,
  heardReturnsAfterMs: null,
  stages: [
    fromSources(
      hiddenGem({ releases: 240, perTag: 20, episodes: 80 }),
      sharedTags({ releases: 60, perTag: 8, itemsPerRelease: 1 }),
      sameLabel({ labels: 10, minimumTracks: 3, itemsPerLabel: 4 }),
      topicMatch({ episodes: 60 }),
    ),
    keepEligible,
    fillUp(40, catalogueCorners({ releasesPerTag: 1, itemsPerShow: 4 })),
    keepEligible,
    rank({
      weights: {
        'hidden-gem': { familiar: 1, adventurous: 1 },
        'same-label': { familiar: 0.5, adventurous: 0.5 },
        'shared-tags': { familiar: 0.6, adventurous: 0.3 },
        'topic-match': { familiar: 0.6, adventurous: 0.3 },
        exploration: { familiar: 0.05, adventurous: 0.5 },
      },
      novelty: { familiar: -0.2, adventurous: 0.4 },
      chance: 0.08,
    }),
    arrange({
      artistSpacing: 9,
      showSpacing: 2,
      sameReasonInTen: 8,
      sameBasisInTen: 2,
      sameKindInRow: 2,
      sameEraInRow: 3,
      exposureFloor: 0.7,
      length: 500,
    }),
  ],
}
