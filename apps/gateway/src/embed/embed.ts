import type { Disclosure } from '../narratives/disclosure.js'

/** What a page of somebody else gets: an item with its narrative, everything it rests on, and nothing about any listener. */
export interface Embed {
  readonly id: string
  readonly kind: 'track' | 'episode'
  readonly title: string
  /** The show, or the artists as they are credited. */
  readonly by: string
  /** The item's own page or file; null: not known. */
  readonly url: string | null
  /** The release of a track; null: an episode, or not known. */
  readonly release: string | null
  /** ISO 8601; partial where only a year or a month is known. */
  readonly publishedOn: string | null
  readonly durationMs: number | null
  /** null: there is none, and `refusal` says why. */
  readonly narrative: EmbedNarrative | null
  readonly refusal: { readonly code: string; readonly message: string } | null
}

export interface EmbedNarrative {
  /** Plain text: never markup. */
  readonly text: string
  readonly style: string
  /** BCP 47. */
  readonly language: string
  readonly claims: readonly EmbedClaim[]
  readonly evidence: readonly EmbedEvidence[]
  readonly provider: { readonly key: string; readonly displayName: string }
  /** Who chose the words. */
  readonly realisation: 'MODEL' | 'RULES'
  readonly disclosure: Disclosure
  /** RFC 3339. */
  readonly createdAt: string
}

export interface EmbedClaim {
  /** UTF-16 offsets into `text`, end exclusive. */
  readonly start: number
  readonly end: number
  readonly support: 'SUPPORTED' | 'OPINION'
  /** Places in `EmbedNarrative.evidence`. */
  readonly evidence: readonly number[]
}

export interface EmbedEvidence {
  readonly kind: 'catalog' | 'listening' | 'audience' | 'transcript' | 'mark' | 'editorial'
  readonly statement: string
  /** Words that were said, literally; null: no transcript. */
  readonly quote: string | null
  readonly speaker: string | null
  /** Of a chapter or soundbite; null: something else. */
  readonly title: string | null
  /** Milliseconds; null: not timed, so there is nothing to play. */
  readonly startMs: number | null
  readonly endMs: number | null
  /** Plays just this passage (W3C Media Fragments); null where times or audio are missing. */
  readonly listenUrl: string | null
  readonly source: { readonly name: string; readonly url: string | null; readonly licence: string }
}
