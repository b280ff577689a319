import { columnsOf, forEachInRow } from '../model/compressed-rows.js'
import { NONE } from '../model/catalogue-index.js'
import type { Snapshot } from '../model/snapshot.js'
import type { Basis } from '../basis.js'

/**
 * What of a history a basis speaks of: all items by the artist or show, of the release, the label, the tag or the topic that it names. These are the items
 * that are taken away to see what a reason was worth. Item numbers in ascending order.
 */
export function historyOfBasis({ catalogue, topics }: Snapshot, basis: Basis, history: Iterable<number>): readonly number[] {
  const creators = [basis.anchorId, basis.targetId, ...(basis.furtherAnchorIds ?? [])].flatMap((id) =>
    id === undefined ? [] : (catalogue.creators.numberOf(id) ?? []),
  )
  const release = numberIn(catalogue.releases, basis.releaseId)
  const tag = numberIn(catalogue.tags, basis.tag)
  const label = numberIn(catalogue.labels, basis.labelKey)
  const about = new Set([basis.topic, ...(basis.furtherTopics ?? [])].map((topic) => numberIn(topics.topics, topic)).filter((topic) => topic !== NONE))
  const isMeant = (item: number): boolean => {
    if (creators.length > 0 && columnsOf(catalogue.itemCreators, item).some((creator) => creators.includes(creator))) return true
    if (about.size > 0) {
      let isAbout = false
      // Of an episode that only speaks of it, the listener's taste takes no note.
      forEachInRow(topics.itemTopics, item, (topic, weight) => (isAbout ||= about.has(topic) && weight === 1))
      if (isAbout) return true
    }
    const own = catalogue.itemRelease[item]!
    if (own === NONE) return false
    return own === release || (label !== NONE && catalogue.releaseLabel[own] === label) || (tag !== NONE && columnsOf(catalogue.releaseTags, own).includes(tag))
  }
  return [...history].filter(isMeant).toSorted((a, b) => a - b)
}

const numberIn = (index: { numberOf(text: string): number | undefined }, text: string | undefined): number =>
  text === undefined ? NONE : (index.numberOf(text) ?? NONE)
