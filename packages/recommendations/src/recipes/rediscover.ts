import type { Recipe } from '../recipe.js'
import { lovedOnce } from '../sources/loved-once.js'
import { arrange } from '../stages/arrange.js'
import { fromSources } from '../stages/from-sources.js'
import { keepEligible } from '../stages/keep-eligible.js'
import { rank } from '../stages/rank.js'

const TWO_YEARS_MS = 2 * 365.25 * 24 * 60 * 60 * 1000
/** How often something was played that was loved, and how long it has been silent. */
const LOVED = { minimumPlays: 8, silentDays: 540 } as const

/** Artists and shows that were loved and then fell silent, with the very tracks and episodes that were played most of them. */
export const rediscover: Recipe = {
  name: 'rediscover',
  version: 1,
  emptyBecause: `No artist or show of these kinds was played ${LOVED.minimumPlays} times or more, and then not for ${LOVED.silentDays} days.`,
  heardReturnsAfterMs: TWO_YEARS_MS,
  stages: [
    fromSources(lovedOnce({ ...LOVED, creators: 60, itemsPerCreator: 4 })),
    keepEligible,
    rank({ weights: { rediscovery: { familiar: 1, adventurous: 1 } }, novelty: { familiar: -0.2, adventurous: 0.2 }, chance: 0.05 }),
    arrange({ artistSpacing: 9, showSpacing: 2, sameReasonInTen: 10, sameBasisInTen: 10, sameKindInRow: 2, sameEraInRow: 3, length: 500 }),
  ],
}
