import { columnsOf } from '../model/compressed-rows.js'
import type { Stage } from '../stage.js'
import { pickItems } from './pick-items.js'
import { strongest } from './strongest.js'
import { suggest } from './suggest.js'

const DAY_MS = 24 * 60 * 60 * 1000
/** How much less each further item of the same artist or show is worth. */
const STEP = 0.1

/**
 * Artists and shows that were played a lot and then no more: first what the listener played most of theirs, as far as the recipe lets it return, then what they
 * never heard. Silence is counted in whole days of 24 hours up to now, whatever the calendar did meanwhile; a play that is dated in the future ends it.
 */
export const lovedOnce =
  (numbers: { minimumPlays: number; silentDays: number; creators: number; itemsPerCreator: number }): Stage =>
  async (suggestions, context) => {
    const { catalogue } = context.snapshot
    const { creators, items } = context.profile
    const playsOf = (item: number) => items.get(item)?.plays ?? 0
    const silentSince = context.now() - numbers.silentDays * DAY_MS
    const silent = [...creators]
      .filter(([, { plays, lastPlayedAt }]) => plays >= numbers.minimumPlays && lastPlayedAt <= silentSince)
      .map(([creator, { plays }]) => [creator, Math.log1p(plays)] as const)
    const found = strongest(silent, numbers.creators).flatMap(({ key: creator, share }) => {
      const own = [...columnsOf(catalogue.creatorItems, creator)]
      const loved = own.filter((item) => playsOf(item) > 0 && context.eligibility[item] === 1).toSorted((a, b) => playsOf(b) - playsOf(a) || a - b)
      const unheard = pickItems(
        context,
        own.filter((item) => playsOf(item) === 0),
        numbers.itemsPerCreator,
      )
      return [...loved, ...unheard]
        .slice(0, numbers.itemsPerCreator)
        .map((item, place) => suggest(context, item, 'rediscovery', share / (1 + STEP * place), { targetId: catalogue.creators.stringOf(creator) }))
    })
    return [...suggestions, ...found]
  }
