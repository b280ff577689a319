import { columnsOf } from '../model/compressed-rows.js'
import type { Stage } from '../stage.js'
import { pickItems } from './pick-items.js'
import { strongest } from './strongest.js'
import { suggest } from './suggest.js'

const DAY_MS = 24 * 60 * 60 * 1000

/** Artists that were played a lot and then no more: something of theirs that was not heard (or, where the recipe lets it return, was). */
export const rediscovery =
  (numbers: { minimumPlays: number; silentDays: number; artists: number; itemsPerArtist: number }): Stage =>
  async (suggestions, context) => {
    const { catalogue } = context.snapshot
    const silentFor = (lastPlayedAt: number) => (context.now() - lastPlayedAt) / DAY_MS
    const dropped = [...context.profile.creators]
      .filter(
        ([creator, taste]) => creator < catalogue.artistCount && taste.plays >= numbers.minimumPlays && silentFor(taste.lastPlayedAt) >= numbers.silentDays,
      )
      .map(([creator, taste]) => [creator, Math.log1p(taste.plays)] as const)
    const found = strongest(dropped, numbers.artists).flatMap(({ key: creator, share }) =>
      pickItems(context, columnsOf(catalogue.creatorItems, creator), numbers.itemsPerArtist).map((item) =>
        suggest(context, item, 'rediscovery', share, { targetId: catalogue.creators.stringOf(creator) }),
      ),
    )
    return [...suggestions, ...found]
  }
