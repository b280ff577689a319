import type { Json, PartialDate, Timestamp } from './column.js'

/** Where facts come from, and under which licence (SPDX id) they may be shown. */
export interface SourceTable {
  id: string
  name: string
  url: string | null
  licence: string
  retrieved_at: Timestamp | null
}

export interface ArtistTable {
  id: string
  mbid: string | null
  name: string
  /** `nameKey(name)`: what two spellings of one name share. */
  name_key: string
  sort_name: string | null
  disambiguation: string | null
  /** MusicBrainz type: Person, Group, Orchestra, ... */
  kind: string | null
  country: string | null
  begin_date: PartialDate | null
  end_date: PartialDate | null
  /** "Various Artists" and the like: marks compilations, is nobody's name. */
  is_special_purpose: boolean
  source_id: string
}

export interface ReleaseTable {
  id: string
  mbid: string | null
  title: string
  title_key: string
  release_date: PartialDate | null
  release_year: number | null
  /** MusicBrainz release group primary type: Album, Single, EP, ... */
  primary_type: string | null
  is_compilation: boolean
  label: string | null
  label_key: string | null
  catalog_number: string | null
  gtin: string | null
  url: string | null
  licence_url: string | null
  source_id: string
}

/** An artist credit of a release or a track: who, as named there, and what joins it to the next. */
export interface ReleaseArtistTable {
  release_id: string
  position: number
  artist_id: string
  credited_name: string
  join_phrase: string
}
export interface TrackArtistTable {
  track_id: string
  position: number
  artist_id: string
  credited_name: string
  join_phrase: string
}

/** Tags of a release describe the release, never its tracks. Weight 0 to 1. */
export interface ReleaseTagTable {
  release_id: string
  tag: string
  weight: number
  source_id: string
}
export interface ArtistTagTable {
  artist_id: string
  tag: string
  weight: number
  source_id: string
}
export interface TrackTagTable {
  track_id: string
  tag: string
  weight: number
  source_id: string
}

export interface TrackTable {
  id: string
  mbid: string | null
  title: string
  title_key: string
  release_id: string | null
  disc_number: number | null
  track_number: number | null
  duration_ms: number | null
  advisory: 'explicit' | 'clean' | 'unknown'
  url: string | null
  source_id: string
}
export interface TrackIsrcTable {
  track_id: string
  isrc: string
}

/** Ids of other systems: scheme 'spotify', 'discogs', 'wikidata', 'archive.org', ... */
export interface ExternalIdTable {
  entity_id: string
  scheme: string
  value: string
  url: string | null
}

/** What is known about a subject beyond its row: relations, attributes, and what the catalogue proves by counting. */
export interface FactTable {
  id: string
  subject_id: string
  property: string
  /** The structured values of the fact; their names are those of `FactValues` in narrative-sdk. */
  values: Json<Record<string, unknown>>
  statement: string
  source_id: string
  computed_at: Timestamp
  /** The SQL that anyone can run again; null where the fact was read, not counted. */
  query: string | null
}
