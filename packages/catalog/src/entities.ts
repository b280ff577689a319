import type { EnclosureColumn, PersonColumn } from '@linernotes/database'

export type Advisory = 'explicit' | 'clean' | 'unknown'

export interface ArtistCredit {
  readonly artistId: string
  readonly creditedName: string
  readonly joinPhrase: string
}

export interface Artist {
  readonly id: string
  readonly mbid: string | null
  readonly name: string
  readonly sortName: string | null
  readonly disambiguation: string | null
  readonly kind: string | null
  readonly country: string | null
  readonly beginDate: string | null
  readonly endDate: string | null
  /** "Various Artists" and the like: nobody's name. */
  readonly isSpecialPurpose: boolean
  readonly sourceId: string
}

export interface Release {
  readonly id: string
  readonly mbid: string | null
  readonly title: string
  readonly artistCredits: readonly ArtistCredit[]
  readonly releaseDate: string | null
  readonly releaseYear: number | null
  readonly primaryType: string | null
  readonly isCompilation: boolean
  readonly label: string | null
  readonly gtin: string | null
  readonly url: string | null
  readonly licenceUrl: string | null
  readonly sourceId: string
}

export interface Track {
  readonly id: string
  readonly mbid: string | null
  readonly title: string
  readonly artistCredits: readonly ArtistCredit[]
  /** The credit as it is printed. */
  readonly creditedAs: string
  readonly releaseId: string | null
  readonly discNumber: number | null
  readonly trackNumber: number | null
  readonly durationMs: number | null
  readonly advisory: Advisory
  readonly url: string | null
  readonly sourceId: string
}

export interface Show {
  readonly id: string
  readonly podcastGuid: string | null
  readonly title: string
  readonly publisher: string | null
  readonly feedUrl: string | null
  readonly siteUrl: string | null
  readonly description: string | null
  readonly language: string | null
  readonly medium: string
  readonly categories: readonly string[]
  readonly advisory: Advisory
  readonly imageUrl: string | null
  readonly people: readonly PersonColumn[]
  readonly fundingUrl: string | null
  readonly sourceId: string
}

export interface Episode {
  readonly id: string
  readonly showId: string
  readonly guid: string
  readonly title: string
  readonly description: string | null
  readonly publishedAt: Date | null
  readonly durationMs: number | null
  readonly seasonNumber: number | null
  readonly episodeNumber: number | null
  readonly episodeType: 'full' | 'trailer' | 'bonus'
  readonly advisory: Advisory
  readonly imageUrl: string | null
  readonly url: string | null
  readonly enclosures: readonly EnclosureColumn[]
  readonly people: readonly PersonColumn[]
  readonly sourceId: string
}
