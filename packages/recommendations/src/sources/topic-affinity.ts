import { forEachInRow } from '../model/compressed-rows.js'
import type { Basis } from '../basis.js'
import type { StageContext } from '../stage.js'

export interface TopicAffinity {
  readonly score: number
  /** The topics that it rests on, the one that adds most first: nearly all of it, or the three that are most of it. */
  readonly topics: readonly number[]
}

const NEARLY_ALL = 0.9
const MOST_NAMED = 3

/** One finished episode about a topic may be chance. */
const FINISHED = 2

/**
 * Which episodes are about the topics of episodes that the listener played to the end: tf-idf, where the term frequency of the listener
 * is log(1 + finished) times the share finished, and the sum is divided by the length of the episode's own vector.
 */
export function topicAffinity(context: StageContext, minimumFinished: number = FINISHED): ReadonlyMap<number, TopicAffinity> {
  const { topics } = context.snapshot
  const found = new Map<number, { score: number; terms: { topic: number; term: number }[] }>()
  for (const [topic, { finished, of }] of context.profile.topics) {
    const rarity = topics.topicRarity[topic]!
    if (finished < minimumFinished || rarity === 0) continue
    const interest = Math.log1p(finished) * (finished / of) * rarity
    forEachInRow(topics.topicItems, topic, (item, weight) => {
      if (context.eligibility[item] !== 1) return
      const term = interest * weight * rarity
      const entry = found.get(item) ?? { score: 0, terms: [] }
      entry.score += term
      entry.terms.push({ topic, term })
      found.set(item, entry)
    })
  }
  return new Map([...found].map(([item, { score, terms }]) => [item, { score: score / lengthOf(context, item), topics: mostOf(score, terms) }] as const))
}

function mostOf(score: number, terms: readonly { readonly topic: number; readonly term: number }[]): readonly number[] {
  const named: number[] = []
  let sum = 0
  for (const { topic, term } of terms.toSorted((a, b) => b.term - a.term || a.topic - b.topic)) {
    if (named.length === MOST_NAMED || sum >= NEARLY_ALL * score) break
    named.push(topic)
    sum += term
  }
  return named
}

function lengthOf({ snapshot: { topics } }: StageContext, item: number): number {
  let squares = 0
  forEachInRow(topics.itemTopics, item, (topic, weight) => (squares += (weight * topics.topicRarity[topic]!) ** 2))
  return Math.sqrt(squares)
}

/** The topics as what a signal rests on. */
export function topicBasis({ snapshot: { topics } }: StageContext, affinity: TopicAffinity): Pick<Basis, 'topic' | 'furtherTopics'> {
  const [topic, ...furtherTopics] = affinity.topics.map((number) => topics.topics.stringOf(number))
  return { ...(topic !== undefined && { topic }), ...(furtherTopics.length > 0 && { furtherTopics }) }
}
