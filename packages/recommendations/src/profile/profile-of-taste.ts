import type { Taste } from '@linernotes/listening'
import type { Snapshot } from '../model/snapshot.js'
import { buildProfile } from './build-profile.js'
import type { ListenerProfile, PlayedItem } from './listener-profile.js'

/** The profile of a history, as if the ignored items had never been played. */
export function profileOfTaste(snapshot: Snapshot, taste: Taste, ignoredIds: ReadonlySet<string>, now: number): ListenerProfile {
  const { items } = snapshot.catalogue
  const played = new Map<number, PlayedItem>()
  for (const { itemId, plays, lastPlayedAt, finished } of taste.items.values()) {
    const item = items.numberOf(itemId)
    if (item === undefined || ignoredIds.has(itemId)) continue
    played.set(item, { plays, lastPlayedAt, finished })
  }
  return buildProfile(snapshot, played, played.keys(), now)
}
