import type { Recipe } from '../recipe.js'
import { catalogueCorners } from '../sources/catalogue-corners.js'
import { followedShow } from '../sources/followed-show.js'
import { sameArtist } from '../sources/same-artist.js'
import { sameLabel } from '../sources/same-label.js'
import { sharedTags } from '../sources/shared-tags.js'
import { similarAudience } from '../sources/similar-audience.js'
import { topicMatch } from '../sources/topic-match.js'
import { arrange } from '../stages/arrange.js'
import { fillUp } from '../stages/fill-up.js'
import { fromSources } from '../stages/from-sources.js'
import { keepEligible } from '../stages/keep-eligible.js'
import { rank } from '../stages/rank.js'

/** Whatever the seeds lead to: one track is enough to start from. Without seeds, everything the listener plays is one. */
export const fromThis: Recipe = {
  name: 'from-this',
  version: 1,
  asksTrainedModel: true,
  heardReturnsAfterMs: null,
  stages: [
    fromSources(
      similarAudience({ anchors: 40, minimumPlays: 1, creators: 80, itemsPerCreator: 2 }),
      sharedTags({ releases: 120, perTag: 30, itemsPerRelease: 1 }),
      sameArtist({ artists: 40, minimumPlays: 1, playedWithinDays: 36_500, itemsPerArtist: 3 }),
      sameLabel({ labels: 10, minimumTracks: 1, itemsPerLabel: 4 }),
      followedShow({ shows: 10, minimumFinished: 1, minimumShare: 0.1, next: 2, newest: 1 }),
      topicMatch({ episodes: 60, minimumFinished: 1 }),
    ),
    keepEligible,
    fillUp(20, catalogueCorners({ releasesPerTag: 1, itemsPerShow: 2 })),
    keepEligible,
    rank({
      weights: {
        'similar-audience': { familiar: 0.9, adventurous: 1 },
        'shared-tags': { familiar: 0.9, adventurous: 0.7 },
        'topic-match': { familiar: 0.9, adventurous: 0.9 },
        'same-artist': { familiar: 0.7, adventurous: 0.1 },
        'same-label': { familiar: 0.5, adventurous: 0.4 },
        'followed-show': { familiar: 0.6, adventurous: 0.1 },
        exploration: { familiar: 0.02, adventurous: 0.2 },
      },
      novelty: { familiar: -0.5, adventurous: 0.3 },
      chance: 0.05,
    }),
    arrange({ artistSpacing: 4, showSpacing: 1, sameReasonInTen: 5, sameBasisInTen: 6, sameKindInRow: 2, length: 500 }),
  ],
}
