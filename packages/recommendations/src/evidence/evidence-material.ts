import type { Evidence } from '@linernotes/catalog'

/** What this listener's history proves; null where it proves nothing. Every number is the whole history's, whatever a profile was told to ignore. */
export interface ListeningFacts {
  /** Plays in the year that had most of them; in all where that is hardly any. */
  artistPlays(artistId: string): Evidence | null
  artistFirstPlay(artistId: string): Evidence | null
  artistLastPlay(artistId: string): Evidence | null
  releasePlays(releaseId: string): Evidence | null
  labelPlays(labelKey: string): Evidence | null
  tagPlays(tag: string): Evidence | null
  /** Null where the tag was played after all. */
  noTagPlays(tag: string): Evidence | null
  showPlays(showId: string): Evidence | null
  topicPlays(topic: string): Evidence | null
}

/** Everything that reasons may be proved with, read once for a whole list. */
export interface EvidenceMaterial {
  /** null: nobody's history is used. */
  readonly listening: ListeningFacts | null
  /** The list was made as if some of the history had never happened: what is new to it need not be new to the listener. */
  readonly isIgnoring: boolean
  catalogueFacts(itemId: string): readonly Evidence[]
  sharedAudience(anchorId: string, targetId: string): Evidence | null
  fewListeners(itemId: string): Evidence | null
}
