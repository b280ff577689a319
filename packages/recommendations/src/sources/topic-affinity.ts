import { forEachInRow } from '../model/compressed-rows.js'
import type { StageContext } from '../stage.js'

export interface TopicAffinity {
  readonly score: number
  /** The topic that the listener cares most about of those it is about. */
  readonly topic: number
}

/** One finished episode about a topic may be chance. */
const FINISHED = 2

/**
 * Which episodes are about the topics of episodes that the listener played to the end: tf-idf, where the term frequency of the listener
 * is log(1 + finished) times the share finished, and the sum is divided by the length of the episode's own vector.
 */
export function topicAffinity(context: StageContext, minimumFinished: number = FINISHED): ReadonlyMap<number, TopicAffinity> {
  const { topics } = context.snapshot
  const found = new Map<number, { score: number; topic: number; most: number }>()
  for (const [topic, { finished, of }] of context.profile.topics) {
    const rarity = topics.topicRarity[topic]!
    if (finished < minimumFinished || rarity === 0) continue
    const interest = Math.log1p(finished) * (finished / of) * rarity
    forEachInRow(topics.topicItems, topic, (item, weight) => {
      if (context.eligibility[item] !== 1) return
      const term = interest * weight * rarity
      // The rarest topic adds most to the score, but the one that was finished most often is the better reason.
      const voice = interest * weight
      const entry = found.get(item)
      if (entry === undefined) found.set(item, { score: term, topic, most: voice })
      else {
        entry.score += term
        if (voice > entry.most) Object.assign(entry, { topic, most: voice })
      }
    })
  }
  for (const [item, entry] of found) {
    let squares = 0
    forEachInRow(topics.itemTopics, item, (topic, weight) => (squares += (weight * topics.topicRarity[topic]!) ** 2))
    entry.score /= Math.sqrt(squares)
  }
  return found
}
