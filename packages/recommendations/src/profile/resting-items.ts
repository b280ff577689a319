import type { Taste } from '@linernotes/listening'

export interface MemoryNumbers {
  /** What was on show is not suggested again for so long; 0: at once. */
  readonly shownReturnsAfterMs: number
  /** What was skipped. */
  readonly skippedReturnsAfterMs: number
}

const DAY_MS = 24 * 60 * 60 * 1000

export const DEFAULT_MEMORY: MemoryNumbers = { shownReturnsAfterMs: 7 * DAY_MS, skippedReturnsAfterMs: 90 * DAY_MS }

/** Items that were on show too lately to be suggested again. A clock that was ahead makes them rest a little longer, never less. */
export function restingItems({ feedback }: Pick<Taste, 'feedback'>, now: number, memory: MemoryNumbers): readonly string[] {
  const within = (at: number, forMs: number) => now - at < forMs
  return [...feedback.values()]
    .filter(
      ({ shownAt, judgedAt, skips }) => within(shownAt, memory.shownReturnsAfterMs) || (skips > 0 && within(judgedAt ?? shownAt, memory.skippedReturnsAfterMs)),
    )
    .map(({ itemId }) => itemId)
}

/** Everything heard, and what is the listener's own already because they saved it: as items that return after a silence, or never (null). */
export function heardItems({ items, feedback }: Pick<Taste, 'items' | 'feedback'>, now: number, returnsAfterMs: number | null): readonly string[] {
  const heardAt = [
    ...[...items.values()].map(({ itemId, lastPlayedAt }) => [itemId, lastPlayedAt] as const),
    ...[...feedback.values()].flatMap(({ itemId, plays, isSaved, judgedAt }) => (plays > 0 || isSaved ? [[itemId, judgedAt ?? now] as const] : [])),
  ]
  return heardAt.filter(([, at]) => returnsAfterMs === null || now - at < returnsAfterMs).map(([itemId]) => itemId)
}
