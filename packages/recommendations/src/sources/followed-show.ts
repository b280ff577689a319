import { columnsOf } from '../model/compressed-rows.js'
import type { Stage } from '../stage.js'
import { suggest } from './suggest.js'
import { strongest } from './strongest.js'

/** Of shows whose episodes the listener plays to the end: the next ones after the last they heard, and the newest. */
export const followedShow =
  (numbers: { shows: number; minimumFinished: number; minimumShare: number; next: number; newest: number }): Stage =>
  async (suggestions, context) => {
    const { catalogue } = context.snapshot
    const { profile, eligibility } = context
    const followed = [...profile.shows]
      .filter(([, { finished, of }]) => finished >= numbers.minimumFinished && finished / of >= numbers.minimumShare)
      .map(([show, { finished, of }]) => [show, (finished / of) * (profile.creators.get(show)?.weight ?? 0)] as const)
    const found = strongest(followed, numbers.shows).flatMap(({ key: show, share }) => {
      const published = (item: number) => catalogue.publishedAt[item]!
      const episodes = [...columnsOf(catalogue.creatorItems, show)]
        .filter((item) => !Number.isNaN(published(item)))
        .toSorted((a, b) => published(a) - published(b) || a - b)
      const lastHeard = episodes.findLast((item) => profile.items.has(item))
      const eligible = episodes.filter((item) => eligibility[item] === 1)
      const next = eligible.filter((item) => lastHeard === undefined || published(item) > published(lastHeard)).slice(0, numbers.next)
      const newest = eligible.slice(-numbers.newest)
      return [...new Set([...next, ...newest])].map((item, place) =>
        suggest(context, item, 'followed-show', share / (1 + place / numbers.next), { targetId: catalogue.creators.stringOf(show) }),
      )
    })
    return [...suggestions, ...found]
  }
