import { columnsOf, forEachInRow } from '../model/compressed-rows.js'
import { NONE } from '../model/catalogue-index.js'
import { tagAffinity } from '../sources/tag-affinity.js'
import type { StageContext } from '../stage.js'

/**
 * Distance from what the listener already plays, 0 to 1: half of it is whether they know who made it, 1 / (1 + log2(1 + plays of the best
 * known artist or show)); half is how far its description is from theirs, 1 minus the cosine of tags (tracks) or 1 minus the share of
 * its topics that the listener has finished episodes about (episodes). For nobody in particular everything is new: 1.
 */
export function noveltyOf(item: number, context: StageContext): number {
  const { snapshot, profile } = context
  if (profile.isEmpty) return 1
  const plays = columnsOf(snapshot.catalogue.itemCreators, item).reduce((most, creator) => Math.max(most, profile.creators.get(creator)?.plays ?? 0), 0)
  return 0.5 / (1 + Math.log2(1 + plays)) + 0.5 * (1 - closeness(item, context))
}

function closeness(item: number, { snapshot, profile }: StageContext): number {
  const release = snapshot.catalogue.itemRelease[item]!
  if (release !== NONE) return Math.min(1, tagAffinity(snapshot, profile.tags, release).cosine)
  let known = 0
  let all = 0
  forEachInRow(snapshot.topics.itemTopics, item, (topic, weight) => {
    const rarity = weight * snapshot.topics.topicRarity[topic]!
    all += rarity
    if ((profile.topics.get(topic)?.finished ?? 0) > 0) known += rarity
  })
  return all === 0 ? 0 : known / all
}
