import type { Recipe } from '../recipe.js'
import { catalogueCorners } from '../sources/catalogue-corners.js'
import { exploration } from '../sources/exploration.js'
import { freshRelease } from '../sources/fresh-release.js'
import { hiddenGem } from '../sources/hidden-gem.js'
import { rediscovery } from '../sources/rediscovery.js'
import { sameArtist } from '../sources/same-artist.js'
import { sameLabel } from '../sources/same-label.js'
import { sameRelease } from '../sources/same-release.js'
import { sharedTags } from '../sources/shared-tags.js'
import { similarAudience } from '../sources/similar-audience.js'
import { arrange } from '../stages/arrange.js'
import { fillUp } from '../stages/fill-up.js'
import { fromSources } from '../stages/from-sources.js'
import { keepEligible } from '../stages/keep-eligible.js'
import { rank } from '../stages/rank.js'

/** Tracks that the listener has not heard: from near what they play to where it leads. */
export const discoverTracks: Recipe = {
  name: 'discover-tracks',
  version: 3,
  kinds: ['track'],
  asksTrainedModel: true,
  heardReturnsAfterMs: null,
  stages: [
    fromSources(
      similarAudience({ anchors: 40, minimumPlays: 3, creators: 80, itemsPerCreator: 2 }),
      sharedTags({ releases: 80, perTag: 12, itemsPerRelease: 2 }),
      sameArtist({ artists: 60, minimumPlays: 3, playedWithinDays: 540, itemsPerArtist: 4 }),
      sameRelease({ releases: 30, minimumHeard: 2, itemsPerRelease: 3 }),
      sameLabel({ labels: 10, minimumTracks: 5, itemsPerLabel: 4 }),
      rediscovery({ minimumPlays: 12, silentDays: 540, artists: 20, itemsPerArtist: 2 }),
      hiddenGem({ releases: 120, perTag: 10, episodes: 0 }),
      freshRelease({ releaseDays: 540, episodeDays: 0, releases: 20, episodes: 0 }),
      exploration({ anchors: 40, minimumPlays: 3, creators: 40 }),
    ),
    keepEligible,
    fillUp(60, catalogueCorners({ releasesPerTag: 1, itemsPerShow: 0 })),
    keepEligible,
    rank({
      weights: {
        'same-artist': { familiar: 1, adventurous: 1 },
        'same-release': { familiar: 0.9, adventurous: 0.9 },
        rediscovery: { familiar: 0.9, adventurous: 0.9 },
        'shared-tags': { familiar: 0.6, adventurous: 0.5 },
        'same-label': { familiar: 0.6, adventurous: 0.5 },
        'similar-audience': { familiar: 0.7, adventurous: 1.2 },
        'fresh-release': { familiar: 0.5, adventurous: 0.5 },
        'hidden-gem': { familiar: 0.6, adventurous: 0.65 },
        exploration: { familiar: 0.05, adventurous: 1.5 },
      },
      novelty: { familiar: -0.7, adventurous: 0.5 },
      chance: 0.08,
    }),
    arrange({
      artistSpacing: 9,
      showSpacing: 1,
      sameReasonInTen: 3,
      sameBasisInTen: 2,
      sameKindInRow: 2,
      sameEraInRow: 3,
      spread: { familiar: 0, adventurous: 1.15 },
      newCreators: { familiar: 0.03, adventurous: 0.62 },
      length: 500,
    }),
  ],
}
