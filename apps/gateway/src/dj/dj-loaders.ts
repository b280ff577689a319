import type { Dj, DjSegment, DjSession } from '@linernotes/dj'
import DataLoader from 'dataloader'

export type DjLoaders = ReturnType<typeof createDjLoaders>

/** Loaders of what the DJ knows, made anew for each request as the others are. */
export function createDjLoaders(dj: Dj, signal: AbortSignal) {
  return {
    sessions: new DataLoader<string, DjSession | null>((ids) => dj.find(ids, signal)),
    segments: new DataLoader<string, DjSegment | null>((ids) => dj.findSegments(ids, signal)),
    newestSeqs: new DataLoader<string, number>((ids) => dj.newestSeqs(ids, signal)),
  }
}
