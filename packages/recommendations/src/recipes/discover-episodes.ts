import type { Recipe } from '../recipe.js'
import { catalogueCorners } from '../sources/catalogue-corners.js'
import { followedShow } from '../sources/followed-show.js'
import { freshRelease } from '../sources/fresh-release.js'
import { hiddenGem } from '../sources/hidden-gem.js'
import { similarAudience } from '../sources/similar-audience.js'
import { topicMatch } from '../sources/topic-match.js'
import { arrange } from '../stages/arrange.js'
import { fillUp } from '../stages/fill-up.js'
import { fromSources } from '../stages/from-sources.js'
import { keepEligible } from '../stages/keep-eligible.js'
import { rank } from '../stages/rank.js'

/** Episodes: the next of shows that the listener finishes, what their topics lead to, and where their listeners also go. */
export const discoverEpisodes: Recipe = {
  name: 'discover-episodes',
  version: 3,
  kinds: ['episode'],
  asksTrainedModel: true,
  heardReturnsAfterMs: null,
  stages: [
    fromSources(
      followedShow({ shows: 10, minimumFinished: 3, minimumShare: 0.6, next: 3, newest: 2 }),
      topicMatch({ episodes: 80 }),
      similarAudience({ anchors: 40, minimumPlays: 3, creators: 20, itemsPerCreator: 4 }),
      freshRelease({ releaseDays: 0, episodeDays: 45, releases: 0, episodes: 20 }),
      hiddenGem({ releases: 0, perTag: 0, episodes: 40 }),
    ),
    keepEligible,
    fillUp(40, catalogueCorners({ releasesPerTag: 0, itemsPerShow: 4, order: 'last' })),
    keepEligible,
    rank({
      weights: {
        'followed-show': { familiar: 1, adventurous: 0.3 },
        'topic-match': { familiar: 0.8, adventurous: 0.8 },
        'similar-audience': { familiar: 0.5, adventurous: 0.9 },
        'fresh-release': { familiar: 0.5, adventurous: 0.5 },
        'hidden-gem': { familiar: 0.2, adventurous: 0.7 },
        exploration: { familiar: 0.05, adventurous: 0.5 },
      },
      novelty: { familiar: -0.4, adventurous: 0.4 },
      chance: 0.08,
    }),
    arrange({
      artistSpacing: 9,
      showSpacing: 1,
      sameReasonInTen: 3,
      sameBasisInTen: 2,
      sameKindInRow: 2,
      spread: { familiar: 0, adventurous: 0.6 },
      length: 500,
    }),
  ],
}
