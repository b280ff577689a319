import type { Recipe } from '../recipe.js'
import { catalogueCorners } from '../sources/catalogue-corners.js'
import { exploration } from '../sources/exploration.js'
import { followedShow } from '../sources/followed-show.js'
import { freshRelease } from '../sources/fresh-release.js'
import { hiddenGem } from '../sources/hidden-gem.js'
import { rediscovery } from '../sources/rediscovery.js'
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

/** Music and podcasts in one list, never three of a kind in a row while there is a choice. */
export const discoverMixed: Recipe = {
  name: 'discover-mixed',
  version: 2,
  asksTrainedModel: true,
  heardReturnsAfterMs: null,
  stages: [
    fromSources(
      similarAudience({ anchors: 40, minimumPlays: 3, creators: 80, itemsPerCreator: 2 }),
      sharedTags({ releases: 60, perTag: 12, itemsPerRelease: 1 }),
      sameArtist({ artists: 30, minimumPlays: 5, playedWithinDays: 540, itemsPerArtist: 2 }),
      sameLabel({ labels: 10, minimumTracks: 5, itemsPerLabel: 3 }),
      rediscovery({ minimumPlays: 12, silentDays: 540, artists: 20, itemsPerArtist: 2 }),
      followedShow({ shows: 10, minimumFinished: 3, minimumShare: 0.6, next: 3, newest: 2 }),
      topicMatch({ episodes: 60 }),
      hiddenGem({ releases: 120, perTag: 10, episodes: 30 }),
      freshRelease({ releaseDays: 540, episodeDays: 45, releases: 20, episodes: 20 }),
      exploration({ anchors: 40, minimumPlays: 3, creators: 40 }),
    ),
    keepEligible,
    fillUp(100, catalogueCorners({ releasesPerTag: 1, itemsPerShow: 4 })),
    keepEligible,
    rank({
      weights: {
        'followed-show': { familiar: 1, adventurous: 0.3 },
        'same-artist': { familiar: 1, adventurous: 0.1 },
        rediscovery: { familiar: 0.9, adventurous: 0.4 },
        'topic-match': { familiar: 0.8, adventurous: 0.8 },
        'similar-audience': { familiar: 0.7, adventurous: 0.9 },
        'shared-tags': { familiar: 0.6, adventurous: 0.4 },
        'same-label': { familiar: 0.6, adventurous: 0.5 },
        'fresh-release': { familiar: 0.5, adventurous: 0.5 },
        'hidden-gem': { familiar: 0.45, adventurous: 1 },
        exploration: { familiar: 0.05, adventurous: 1 },
      },
      novelty: { familiar: -0.5, adventurous: 0.5 },
      chance: 0.08,
    }),
    arrange({
      artistSpacing: 9,
      showSpacing: 2,
      sameReasonInTen: 3,
      sameBasisInTen: 2,
      sameKindInRow: 2,
      sameEraInRow: 3,
      newCreators: { familiar: 0.05, adventurous: 0.6 },
      spread: { familiar: 0, adventurous: 0.8 },
      length: 500,
    }),
  ],
}
