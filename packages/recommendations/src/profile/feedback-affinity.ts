import type { ItemFeedback } from '@linernotes/listening'
import { columnsOf, forEachInRow } from '../model/compressed-rows.js'
import { NONE } from '../model/catalogue-index.js'
import type { Snapshot } from '../model/snapshot.js'

/** What one answer of the listener is worth. A hidden item says more against its artist than a skipped one. */
const WORTH = { play: 1, save: 2, skip: -1, hide: -2 } as const
/** So many answers are presumed undecided: one skip is no verdict, and about a tag less than about an artist. */
const UNDECIDED = { creator: 2, about: 6 } as const
/** Of what is said about an item: who made it, and what it is about. */
const SHARE = { creator: 0.7, about: 0.3 } as const
/** Half of an answer is forgotten after this. */
const HALF_LIFE_MS = 180 * 24 * 60 * 60 * 1000

interface Balance {
  readonly sum: number
  /** Of the absolute values. */
  readonly size: number
}

/** What answers to earlier recommendations say about artists and shows, and about tags and topics. */
export interface FeedbackAffinity {
  readonly creators: ReadonlyMap<number, Balance>
  readonly tags: ReadonlyMap<number, Balance>
  readonly topics: ReadonlyMap<number, Balance>
}

export const noFeedback: FeedbackAffinity = { creators: new Map(), tags: new Map(), topics: new Map() }

/** Sums up feedback, the older the less. The order of the items does not matter but for rounding: the caller keeps it fixed. */
export function sumFeedback({ catalogue, topics }: Snapshot, feedback: Iterable<ItemFeedback>, now: number): FeedbackAffinity {
  const sums = { creators: new Map<number, Balance>(), tags: new Map<number, Balance>(), topics: new Map<number, Balance>() }
  const add = (into: Map<number, Balance>, key: number, value: number) => {
    const before = into.get(key) ?? { sum: 0, size: 0 }
    into.set(key, { sum: before.sum + value, size: before.size + Math.abs(value) })
  }
  for (const { itemId, plays, skips, isSaved, isHidden, judgedAt } of feedback) {
    const item = catalogue.items.numberOf(itemId)
    if (item === undefined || judgedAt === null) continue
    const worth = WORTH.play * plays + WORTH.skip * skips + WORTH.save * Number(isSaved) + WORTH.hide * Number(isHidden)
    const value = worth * 0.5 ** (Math.max(0, now - judgedAt) / HALF_LIFE_MS)
    if (value === 0) continue
    for (const creator of columnsOf(catalogue.itemCreators, item)) if (catalogue.isNobody[creator] === 0) add(sums.creators, creator, value)
    const release = catalogue.itemRelease[item]!
    if (release !== NONE) forEachInRow(catalogue.releaseTags, release, (tag) => add(sums.tags, tag, value))
    forEachInRow(topics.itemTopics, item, (topic, weight) => add(sums.topics, topic, value * weight))
  }
  return sums
}

/** What the feedback says about an item, -1 (no more of this) to 1 (more of this); 0: nothing. */
export function feedbackOn({ catalogue, topics }: Snapshot, { creators, ...about }: FeedbackAffinity, item: number): number {
  if (creators.size === 0) return 0
  const makers = [...columnsOf(catalogue.itemCreators, item)].map((creator) => verdict(creators.get(creator), UNDECIDED.creator))
  const release = catalogue.itemRelease[item]!
  const subjects: number[] = []
  if (release !== NONE) forEachInRow(catalogue.releaseTags, release, (tag) => subjects.push(verdict(about.tags.get(tag), UNDECIDED.about)))
  forEachInRow(topics.itemTopics, item, (topic) => subjects.push(verdict(about.topics.get(topic), UNDECIDED.about)))
  return SHARE.creator * mean(makers) + SHARE.about * mean(subjects)
}

/** Artists and shows for which the listener's answers speak, each 0 to 1. */
export const likedCreators = ({ creators }: FeedbackAffinity): readonly (readonly [creator: number, verdict: number])[] =>
  [...creators].flatMap(([creator, balance]) => (balance.sum > 0 ? [[creator, verdict(balance, UNDECIDED.creator)] as const] : []))

const verdict = (balance: Balance | undefined, undecided: number): number => (balance === undefined ? 0 : balance.sum / (balance.size + undecided))
const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length)
