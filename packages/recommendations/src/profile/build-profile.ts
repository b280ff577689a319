import { forEachInRow } from '../model/compressed-rows.js'
import { NONE } from '../model/catalogue-index.js'
import type { Snapshot } from '../model/snapshot.js'
import { noFeedback } from './feedback-affinity.js'
import type { CreatorTaste, Finished, ListenerProfile, PlayedItem } from './listener-profile.js'

const YEAR_MS = 365.25 * 24 * 60 * 60 * 1000
/** After three years half of the part that can fade has faded; two fifths never do: old loves are still loves. */
const HALF_LIFE_MS = 3 * YEAR_MS
const NEVER_FADES = 0.4

/** 1 for what was played just now, falling towards NEVER_FADES. */
const recency = (lastPlayedAt: number, now: number): number => NEVER_FADES + (1 - NEVER_FADES) * 0.5 ** (Math.max(0, now - lastPlayedAt) / HALF_LIFE_MS)

/**
 * @param played what the profile is made of, by item number
 * @param saved what was saved, played or not: it speaks for its tags, and makes nobody's artist one whom the listener plays
 * @param everPlayed everything the listener ever played, by item number: a superset of `played` unless the profile is made from seeds
 */
export function buildProfile(
  snapshot: Snapshot,
  played: ReadonlyMap<number, PlayedItem>,
  everPlayed: Iterable<number>,
  now: number,
  saved: ReadonlyMap<number, PlayedItem> = new Map(),
): ListenerProfile {
  const { catalogue, topics } = snapshot
  const creators = new Map<number, CreatorTaste>()
  const releases = new Map<number, number>()
  const labels = new Map<number, number>()
  const tags = new Float32Array(catalogue.tags.size)
  const shows = new Map<number, Finished>()
  const topicTaste = new Map<number, Finished>()

  const addTags = (release: number, { plays, lastPlayedAt }: PlayedItem) => {
    const weight = Math.log1p(plays) * recency(lastPlayedAt, now)
    forEachInRow(catalogue.releaseTags, release, (tag, strength) => (tags[tag]! += weight * strength * catalogue.tagRarity[tag]!))
  }

  for (const [item, play] of played) {
    forEachInRow(catalogue.itemCreators, item, (creator) => {
      if (catalogue.isNobody[creator] === 1) return
      const before = creators.get(creator)
      const plays = play.plays + (before?.plays ?? 0)
      const lastPlayedAt = Math.max(play.lastPlayedAt, before?.lastPlayedAt ?? Number.NEGATIVE_INFINITY)
      creators.set(creator, { plays, lastPlayedAt, weight: Math.log1p(plays) * recency(lastPlayedAt, now) })
      if (creator >= catalogue.artistCount) addFinished(shows, creator, play.finished)
    })
    forEachInRow(topics.itemTopics, item, (topic, weight) => {
      if (weight === 1) addFinished(topicTaste, topic, play.finished)
    })
    const release = catalogue.itemRelease[item]!
    if (release === NONE) continue
    releases.set(release, 1 + (releases.get(release) ?? 0))
    const label = catalogue.releaseLabel[release]!
    if (label !== NONE) labels.set(label, 1 + (labels.get(label) ?? 0))
    addTags(release, play)
  }
  for (const [item, play] of saved) if (catalogue.itemRelease[item] !== NONE) addTags(catalogue.itemRelease[item]!, play)

  const playedTags = new Uint8Array(catalogue.tags.size)
  for (const item of everPlayed) {
    const release = catalogue.itemRelease[item]!
    if (release !== NONE) forEachInRow(catalogue.releaseTags, release, (tag) => (playedTags[tag] = 1))
  }
  return {
    isEmpty: played.size + saved.size === 0,
    creators: new Map([...creators].toSorted(([a, one], [b, other]) => other.weight - one.weight || a - b)),
    releases,
    labels,
    tags: normalised(tags),
    topics: topicTaste,
    shows,
    items: played,
    playedTags,
    feedback: noFeedback,
  }
}

function addFinished(counts: Map<number, Finished>, key: number, finished: boolean | null): void {
  if (finished === null) return
  const before = counts.get(key) ?? { finished: 0, of: 0 }
  counts.set(key, { finished: before.finished + Number(finished), of: before.of + 1 })
}

function normalised(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))
  return length === 0 ? vector : vector.map((value) => value / length)
}
