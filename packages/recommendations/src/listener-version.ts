import { hash } from 'node:crypto'
import type { Taste } from '@linernotes/listening'

const known = new WeakMap<Taste['items'], string>()

/** Names the state of one listener's history and feedback: the same state has the same name, and nothing can be read from it. */
export function listenerVersionOf({ items, feedback, hiddenItemIds }: Taste): string {
  const played = known.get(items) ?? digestOf([...items.values()].map(({ itemId, plays, lastPlayedAt, finished }) => [itemId, plays, lastPlayedAt, finished]))
  known.set(items, played)
  const answered = digestOf([...feedback.values()].map((answer) => [answer.itemId, ...Object.entries(answer).toSorted()]))
  return digestOf([[played, answered, ...[...hiddenItemIds].toSorted()]])
}

const digestOf = (rows: readonly (readonly unknown[])[]): string =>
  hash('sha256', JSON.stringify(rows.map((row) => JSON.stringify(row)).toSorted()), 'base64url').slice(0, 22)
