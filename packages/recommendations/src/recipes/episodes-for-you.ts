import type { Recipe } from '../recipe.js'
import { catalogueCorners } from '../sources/catalogue-corners.js'
import { followedShow } from '../sources/followed-show.js'
import { freshRelease } from '../sources/fresh-release.js'
import { hiddenGem } from '../sources/hidden-gem.js'
import { topicMatch } from '../sources/topic-match.js'
import { arrange } from '../stages/arrange.js'
import { fillUp } from '../stages/fill-up.js'
import { fromSources } from '../stages/from-sources.js'
import { keepEligible } from '../stages/keep-eligible.js'
import { rank } from '../stages/rank.js'

/** Episodes about what the listener finishes episodes about, of a length and in a language that they finish, and from the shows that they follow. No source counts plays. */
export const episodesForYou: Recipe = {
  name: 'episodes-for-you',
  version: 2,
  kinds: ['episode'],
  heardReturnsAfterMs: null,
  stages: [
    fromSources(
      topicMatch({ episodes: 120 }),
      followedShow({ shows: 10, minimumFinished: 3, minimumShare: 0.6, next: 3, newest: 2 }),
      freshRelease({ releaseDays: 0, episodeDays: 45, releases: 0, episodes: 20 }),
      hiddenGem({ releases: 0, perTag: 0, episodes: 60 }),
    ),
    keepEligible,
    fillUp(40, catalogueCorners({ releasesPerTag: 0, itemsPerShow: 4 })),
    keepEligible,
    rank({
      weights: {
        'topic-match': { familiar: 1, adventurous: 0.9 },
        'followed-show': { familiar: 0.9, adventurous: 0.2 },
        'fresh-release': { familiar: 0.4, adventurous: 0.4 },
        'hidden-gem': { familiar: 0.3, adventurous: 0.7 },
        exploration: { familiar: 0.05, adventurous: 0.5 },
      },
      fit: { length: 0.3, language: 1 },
      novelty: { familiar: -0.4, adventurous: 0.4 },
      chance: 0.05,
    }),
    arrange({
      artistSpacing: 9,
      showSpacing: 2,
      sameReasonInTen: 4,
      sameBasisInTen: 2,
      sameKindInRow: 2,
      newCreators: { familiar: 0.1, adventurous: 0.6 },
      spread: { familiar: 0, adventurous: 0.6 },
      exposureFloor: 0.4,
      length: 500,
    }),
  ],
}
