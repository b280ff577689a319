import { columnsOf } from '../model/compressed-rows.js'
import type { Stage } from '../stage.js'
import { pickItems } from './pick-items.js'
import { strongest } from './strongest.js'
import { suggest } from './suggest.js'

const DAY_MS = 24 * 60 * 60 * 1000

/** What the listener has not heard yet of artists they still play. */
export const sameArtist =
  (numbers: { artists: number; minimumPlays: number; playedWithinDays: number; itemsPerArtist: number }): Stage =>
  async (suggestions, context) => {
    const { catalogue } = context.snapshot
    const since = context.now() - numbers.playedWithinDays * DAY_MS
    const artists = [...context.profile.creators]
      .filter(([creator, taste]) => creator < catalogue.artistCount && taste.plays >= numbers.minimumPlays && taste.lastPlayedAt > since)
      .map(([creator, taste]) => [creator, taste.weight] as const)
    const found = strongest(artists, numbers.artists).flatMap(({ key: creator, share }) =>
      pickItems(context, columnsOf(catalogue.creatorItems, creator), numbers.itemsPerArtist).map((item) =>
        suggest(context, item, 'same-artist', share, { targetId: catalogue.creators.stringOf(creator) }),
      ),
    )
    return [...suggestions, ...found]
  }
