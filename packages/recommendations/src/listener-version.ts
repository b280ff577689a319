import { hash } from 'node:crypto'
import type { Taste } from '@linernotes/listening'

const known = new WeakMap<Taste['items'], string>()

/** Names the state of one listener's history, and of what they hid: the same state has the same name, and nothing can be read from it. */
export function listenerVersionOf({ items, hiddenItemIds }: Taste): string {
  const played = known.get(items) ?? hash('sha256', JSON.stringify([...items.values()].map(inWords).toSorted()), 'base64url')
  known.set(items, played)
  return hash('sha256', JSON.stringify([played, [...hiddenItemIds].toSorted()]), 'base64url').slice(0, 22)
}

const inWords = ({ itemId, plays, lastPlayedAt, finished }: { itemId: string; plays: number; lastPlayedAt: number; finished: boolean | null }): string =>
  `${itemId} ${plays} ${lastPlayedAt} ${finished}`
