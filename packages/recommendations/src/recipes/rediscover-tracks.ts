import type { Recipe } from '../recipe.js'
import { rediscovery } from '../sources/rediscovery.js'
import { arrange } from '../stages/arrange.js'
import { fromSources } from '../stages/from-sources.js'
import { keepEligible } from '../stages/keep-eligible.js'
import { rank } from '../stages/rank.js'

const TWO_YEARS_MS = 730 * 24 * 60 * 60 * 1000
/** How often something was played that was loved, and how long it has been silent. */
const LOVED = { minimumPlays: 8, silentDays: 540 } as const

/** Favourites that went silent. The one recipe in which a heard track may come back: after two years without it. */
export const rediscoverTracks: Recipe = {
  name: 'rediscover-tracks',
  version: 2,
  kinds: ['track'],
  emptyBecause: `No artist was played ${LOVED.minimumPlays} times or more, and then not for ${LOVED.silentDays} days.`,
  heardReturnsAfterMs: TWO_YEARS_MS,
  stages: [
    fromSources(rediscovery({ ...LOVED, artists: 60, itemsPerArtist: 4 })),
    keepEligible,
    rank({ weights: { rediscovery: { familiar: 1, adventurous: 1 } }, novelty: { familiar: -0.3, adventurous: 0.3 }, chance: 0.15 }),
    arrange({ artistSpacing: 9, showSpacing: 1, sameReasonInTen: 10, sameBasisInTen: 10, sameKindInRow: 2, length: 500 }),
  ],
}
