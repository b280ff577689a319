import { columnsOf } from '../model/compressed-rows.js'
import type { Snapshot } from '../model/snapshot.js'
import { buildProfile } from './build-profile.js'
import type { ListenerProfile, PlayedItem } from './listener-profile.js'

/** The profile of somebody who plays just these items, or everything of these artists and shows, now. */
export function profileOfSeeds(snapshot: Snapshot, seedIds: readonly string[], everPlayed: Iterable<number>, now: number): ListenerProfile {
  const { catalogue } = snapshot
  const play: PlayedItem = { plays: 10, lastPlayedAt: now, finished: true }
  const played = new Map<number, PlayedItem>()
  for (const id of seedIds) {
    const item = catalogue.items.numberOf(id)
    if (item !== undefined) played.set(item, play)
    const creator = catalogue.creators.numberOf(id)
    if (creator !== undefined) for (const own of columnsOf(catalogue.creatorItems, creator)) played.set(own, play)
  }
  return buildProfile(snapshot, played, [...everPlayed, ...played.keys()], now)
}

export const isKnownSeed = ({ catalogue }: Snapshot, id: string): boolean =>
  catalogue.items.numberOf(id) !== undefined || catalogue.creators.numberOf(id) !== undefined
