import { columnsOf } from '../model/compressed-rows.js'
import type { Stage } from '../stage.js'
import { anchorBasis, audienceAffinity, type AnchorNumbers } from './audience-affinity.js'
import { pickItems } from './pick-items.js'
import { strongest } from './strongest.js'
import { suggest } from './suggest.js'
import { trainedAffinity } from './trained-affinity.js'

/**
 * Artists and shows that people play who play what this listener plays: as the trained model says, where one is in force that knows any of the listener's history, else
 * as neighbours do. Music leads to podcasts and back: both are creators.
 */
export const similarAudience =
  (numbers: AnchorNumbers & { creators: number; itemsPerCreator: number }): Stage =>
  async (suggestions, context) => {
    const { catalogue, trained } = context.snapshot
    const affinity = (trained && trainedAffinity(context, trained, numbers.creators)) ?? audienceAffinity(context, numbers)
    const reachable = [...affinity]
      .filter(([creator]) => columnsOf(catalogue.creatorItems, creator).some((item) => context.eligibility[item] === 1))
      .map(([creator, { signal }]) => [creator, signal] as const)
    const found = strongest(reachable, numbers.creators).flatMap(({ key: creator, value }) => {
      const basis = { ...anchorBasis(context, affinity.get(creator)!), targetId: catalogue.creators.stringOf(creator) }
      return pickItems(context, columnsOf(catalogue.creatorItems, creator), numbers.itemsPerCreator).map((item) =>
        suggest(context, item, 'similar-audience', value, basis),
      )
    })
    return [...suggestions, ...found]
  }
