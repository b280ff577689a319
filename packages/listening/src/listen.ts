import { entityId, nameKey } from '@linernotes/catalog'

/** A play that has passed every check. Names are clean text; unknown is null. */
export interface Listen {
  /** null until it is matched. */
  readonly itemId: string | null
  readonly kind: 'track' | 'episode'
  /** Milliseconds since 1970: when the play began. */
  readonly playedAt: number
  readonly playedMs: number | null
  readonly artistName: string | null
  readonly title: string | null
  readonly releaseTitle: string | null
  readonly showTitle: string | null
  readonly recordingMbid: string | null
  readonly isrc: string | null
}

/** What an unmatched listen finds its item by: artist or show, and title. null where a name is missing. */
export function matchKeyOf(listen: Pick<Listen, 'kind' | 'artistName' | 'showTitle' | 'title'>): string | null {
  const by = listen.kind === 'track' ? listen.artistName : listen.showTitle
  return by === null || listen.title === null ? null : `${nameKey(by)}\n${nameKey(listen.title)}`
}

/** Makes the same play of the same thing one row: by its names where it has any, by its item otherwise. */
export function fingerprintOf(listen: Listen): string {
  const key = matchKeyOf(listen)
  return key === null ? String(listen.itemId ?? listen.recordingMbid) : entityId('listener', 'listen', listen.kind, key).slice(4)
}
