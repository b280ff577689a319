/** A fact about an artist, read from MusicBrainz. */
export interface ArtistFactDraft {
  readonly property: string
  readonly values: Readonly<Record<string, string>>
  readonly statement: string
}

/** A page of the same thing elsewhere. */
export interface LinkDraft {
  readonly scheme: string
  readonly value: string
  readonly url: string
}

export interface ArtistDraft {
  readonly mbid: string
  readonly name: string
  readonly sortName: string | null
  readonly disambiguation: string | null
  readonly kind: string | null
  readonly country: string | null
  readonly beginDate: string | null
  readonly endDate: string | null
  /** Their own entry, not a mention in a credit or a relation. */
  readonly isWhole: boolean
  readonly facts: readonly ArtistFactDraft[]
  readonly links: readonly LinkDraft[]
}

export interface CreditDraft {
  readonly artistMbid: string
  readonly creditedName: string
  readonly joinPhrase: string
}

export interface ReleaseDraft {
  readonly mbid: string
  readonly title: string
  readonly credits: readonly CreditDraft[]
  readonly releaseDate: string | null
  readonly primaryType: string | null
  readonly isCompilation: boolean
  readonly label: string | null
  readonly catalogNumber: string | null
  readonly gtin: string | null
  readonly links: readonly LinkDraft[]
}

/** A recording, at its place on a release where that is known. */
export interface TrackDraft {
  readonly recordingMbid: string
  readonly title: string
  readonly credits: readonly CreditDraft[]
  readonly releaseMbid: string | null
  readonly disc: number | null
  readonly number: number | null
  readonly durationMs: number | null
  readonly isrcs: readonly string[]
}

/** What a response holds, each thing once. */
export interface MusicBrainzDrafts {
  readonly artists: ReadonlyMap<string, ArtistDraft>
  readonly releases: ReadonlyMap<string, ReleaseDraft>
  readonly tracks: ReadonlyMap<string, TrackDraft>
}
