import { columnsOf } from '../model/compressed-rows.js'
import { likedCreators } from '../profile/feedback-affinity.js'
import type { Stage } from '../stage.js'
import { pickItems } from './pick-items.js'
import { strongest } from './strongest.js'
import { suggest } from './suggest.js'

const DAY_MS = 24 * 60 * 60 * 1000

/** What the listener has not heard yet of artists they still play, and of those they saved something of. */
export const sameArtist =
  (numbers: { artists: number; minimumPlays: number; playedWithinDays: number; itemsPerArtist: number }): Stage =>
  async (suggestions, context) => {
    const { catalogue } = context.snapshot
    const { creators, feedback } = context.profile
    const since = context.now() - numbers.playedWithinDays * DAY_MS
    const artists = [...creators]
      .filter(([creator, taste]) => creator < catalogue.artistCount && taste.plays >= numbers.minimumPlays && taste.lastPlayedAt > since)
      .map(([creator, taste]) => [creator, taste.weight] as const)
    const played = strongest(artists, numbers.artists)
    const met = new Set(played.map(({ key }) => key))
    const liked = likedCreators(feedback).flatMap(([creator, share]) => (creator < catalogue.artistCount && !met.has(creator) ? [{ key: creator, share }] : []))
    const found = [...played, ...liked].flatMap(({ key: creator, share }) =>
      pickItems(context, columnsOf(catalogue.creatorItems, creator), numbers.itemsPerArtist).map((item) =>
        suggest(context, item, 'same-artist', share, { targetId: catalogue.creators.stringOf(creator) }),
      ),
    )
    return [...suggestions, ...found]
  }
