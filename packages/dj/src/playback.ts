/** How far a session is, on its own clock, unless the listener's player tells better. Times in milliseconds since 1970. */
export type Playback =
  /** The first item waits for its talk, or nothing could be planned. */
  | { readonly type: 'waiting' }
  | { readonly type: 'playing'; readonly startedAt: number; readonly lengthMs: number }
  | { readonly type: 'paused'; readonly playedMs: number; readonly lengthMs: number }
  | { readonly type: 'ended' }

/** Where no length is known: about what a song takes. */
const UNKNOWN_LENGTH_MS = { track: 210_000, episode: 2_400_000 } as const

export function lengthOf(kind: 'track' | 'episode', durationMs: number | null): number {
  return durationMs === null || durationMs <= 0 ? UNKNOWN_LENGTH_MS[kind] : durationMs
}

/** When the item that plays ends; null: never, as it is. */
export function endOf(playback: Playback): number | null {
  return playback.type === 'playing' ? playback.startedAt + playback.lengthMs : null
}

export function paused(playback: Playback, now: number): Playback {
  if (playback.type !== 'playing') return playback
  return { type: 'paused', playedMs: Math.max(0, now - playback.startedAt), lengthMs: playback.lengthMs }
}

export function resumed(playback: Playback, now: number): Playback {
  return playback.type === 'paused' ? { type: 'playing', startedAt: now - playback.playedMs, lengthMs: playback.lengthMs } : playback
}
