import { audienceStep } from '../audience-step.js'
import { audienceSize } from '../model/audience-index.js'
import { columnsOf } from '../model/compressed-rows.js'
import type { Stage } from '../stage.js'
import { pickItems } from './pick-items.js'
import { strongest } from './strongest.js'
import { suggest } from './suggest.js'

/** What many play, for nobody in particular. Logarithmic, and a few items of each creator: never a chart. */
export const popular =
  (numbers: { creators: number; itemsPerCreator: number }): Stage =>
  async (suggestions, context) => {
    const { catalogue, audience } = context.snapshot
    const known: [number, number][] = []
    for (let creator = 0; creator < catalogue.creators.size; creator++) {
      // Signals stand in receipts: they show how many listen in steps only.
      const listeners = audienceStep(audienceSize(audience, creator))
      if (listeners > 0 && catalogue.isNobody[creator] === 0) known.push([creator, Math.log(listeners)])
    }
    const found = strongest(known, numbers.creators).flatMap(({ key: creator, share }) =>
      pickItems(context, columnsOf(catalogue.creatorItems, creator), numbers.itemsPerCreator).map((item) =>
        suggest(context, item, 'popular', share, { targetId: catalogue.creators.stringOf(creator) }),
      ),
    )
    return [...suggestions, ...found]
  }
