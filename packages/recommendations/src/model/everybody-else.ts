import { forEachInRow } from './compressed-rows.js'
import { neighboursIn, type Snapshot } from './snapshot.js'

/**
 * The snapshot as it is for one listener: its audience is everybody else. What they play themselves speaks through their profile, where it can be ignored or
 * deleted, and never a second time through the audience: so it changes nothing whether the snapshot has seen the deletion.
 */
export function everybodyElse(snapshot: Snapshot, listenerId: string): Snapshot {
  const listener = snapshot.audience.listeners.numberOf(listenerId)
  if (listener === undefined) return snapshot
  const leftOut = new Map<number, number>()
  forEachInRow(snapshot.audience.listenerCreators, listener, (creator, weight) => leftOut.set(creator, weight))
  const audience = { ...snapshot.audience, leftOut, listenerCount: snapshot.audience.listenerCount - 1 }
  return { ...snapshot, audience, neighboursOf: neighboursIn(audience) }
}
