import type { Taste } from '@linernotes/listening'
import type { Snapshot } from '../model/snapshot.js'
import { buildProfile } from './build-profile.js'
import { sumFeedback } from './feedback-affinity.js'
import type { ListenerProfile, PlayedItem } from './listener-profile.js'

/** What is saved says as much about tags as what was played so often. */
const SAVED_COUNTS_AS = 5

/** The profile of a history and of what was made of recommendations, as if nothing had ever happened with the ignored items. */
export function profileOfTaste(snapshot: Snapshot, taste: Pick<Taste, 'items' | 'feedback'>, ignoredIds: ReadonlySet<string>, now: number): ListenerProfile {
  const { items } = snapshot.catalogue
  const played = new Map<number, PlayedItem>()
  for (const { itemId, plays, lastPlayedAt, finished } of taste.items.values()) {
    const item = items.numberOf(itemId)
    if (item === undefined || ignoredIds.has(itemId)) continue
    played.set(item, { plays, lastPlayedAt, finished })
  }
  const feedback = [...taste.feedback.values()].filter(({ itemId }) => !ignoredIds.has(itemId))
  const saved = new Map<number, PlayedItem>()
  for (const { itemId, plays, isSaved, judgedAt } of feedback) {
    const item = items.numberOf(itemId)
    if (item === undefined || judgedAt === null) continue
    const known = played.get(item)
    const lastPlayedAt = Math.max(known?.lastPlayedAt ?? judgedAt, judgedAt)
    // A player that tells of a play often records it as a listen, too.
    if (plays > 0) played.set(item, { plays: Math.max(known?.plays ?? 0, plays), lastPlayedAt, finished: known?.finished ?? null })
    if (isSaved) saved.set(item, { plays: SAVED_COUNTS_AS, lastPlayedAt: judgedAt, finished: null })
  }
  return { ...buildProfile(snapshot, played, played.keys(), now, saved), feedback: sumFeedback(snapshot, feedback, now) }
}
