import type { Stage } from '../stage.js'
import { strongest } from './strongest.js'
import { suggest } from './suggest.js'
import { topicAffinity, topicBasis } from './topic-affinity.js'

/** Episodes that are about, or speak of, the topics of episodes the listener finished. */
export const topicMatch =
  (numbers: { episodes: number; /** Of episodes about the topic; left out: two. */ minimumFinished?: number }): Stage =>
  async (suggestions, context) => {
    const affinity = topicAffinity(context, numbers.minimumFinished)
    const scores = affinity.entries().map(([item, { score }]) => [item, score] as const)
    const found = strongest(scores, numbers.episodes).map(({ key: item, share }) =>
      suggest(context, item, 'topic-match', share, topicBasis(context, affinity.get(item)!)),
    )
    return [...suggestions, ...found]
  }
