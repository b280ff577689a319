/** What a signal rests on: ids and names of the catalogue, so that evidence can be written for it later, and removed to see what it was worth. */
export interface Basis {
  /** Artist or show that the listener plays. */
  readonly anchorId?: string
  /** Others that the listener plays and that speak for it, loudest first. */
  readonly furtherAnchorIds?: readonly string[]
  /** Artist or show of the item. */
  readonly targetId?: string
  readonly releaseId?: string
  readonly tag?: string
  readonly labelKey?: string
  readonly topic?: string
  /** Others that it shares with what the listener finished, by how much they add. */
  readonly furtherTopics?: readonly string[]
}
