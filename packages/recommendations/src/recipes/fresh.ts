import type { Recipe } from '../recipe.js'
import { followedShow } from '../sources/followed-show.js'
import { freshRelease } from '../sources/fresh-release.js'
import { newestNear } from '../sources/newest-near.js'
import { topicMatch } from '../sources/topic-match.js'
import { arrange } from '../stages/arrange.js'
import { fillUp } from '../stages/fill-up.js'
import { fromSources } from '../stages/from-sources.js'
import { keepEligible } from '../stages/keep-eligible.js'
import { rank } from '../stages/rank.js'

/** What came out lately near the taste: by artists and shows that are played, or with their tags and topics. Where little did, the newest there is. */
export const fresh: Recipe = {
  name: 'fresh',
  version: 1,
  emptyBecause: 'Nothing of these kinds came out lately by artists and shows that are played here, and nothing new carries their tags or topics.',
  heardReturnsAfterMs: null,
  stages: [
    fromSources(
      freshRelease({ releaseDays: 365, episodeDays: 60, releases: 80, episodes: 60 }),
      followedShow({ shows: 20, minimumFinished: 2, minimumShare: 0.5, next: 1, newest: 2 }),
    ),
    keepEligible,
    fillUp(40, newestNear({ releases: 80, itemsPerRelease: 1 }), topicMatch({ episodes: 40 })),
    keepEligible,
    rank({
      weights: {
        'fresh-release': { familiar: 1.5, adventurous: 1.5 },
        'followed-show': { familiar: 0.8, adventurous: 0.2 },
        'shared-tags': { familiar: 0.6, adventurous: 0.6 },
        'topic-match': { familiar: 0.4, adventurous: 0.4 },
      },
      novelty: { familiar: -0.4, adventurous: 0.4 },
      chance: 0.05,
    }),
    arrange({
      artistSpacing: 9,
      showSpacing: 2,
      sameReasonInTen: 10,
      sameBasisInTen: 3,
      sameKindInRow: 2,
      newCreators: { familiar: 0.1, adventurous: 0.7 },
      length: 500,
    }),
  ],
}
