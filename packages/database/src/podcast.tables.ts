import type { Json, Timestamp } from './column.js'

export interface PersonColumn {
  name: string
  /** Podcasting 2.0 taxonomy, lower case: host, guest, editor, ... */
  role: string
  group: string
  image: string | null
  url: string | null
}
export interface EnclosureColumn {
  url: string
  mimeType: string
  bytes: number | null
}

export interface ShowTable {
  id: string
  podcast_guid: string | null
  title: string
  title_key: string
  publisher: string | null
  feed_url: string | null
  site_url: string | null
  description: string | null
  language: string | null
  /** Podcasting 2.0 medium: podcast, music, audiobook, ... */
  medium: string
  categories: Json<string[]>
  advisory: 'explicit' | 'clean' | 'unknown'
  image_url: string | null
  people: Json<PersonColumn[]>
  funding_url: string | null
  source_id: string
}

export interface EpisodeTable {
  id: string
  show_id: string
  guid: string
  title: string
  title_key: string
  /** Plain text: markup is stripped at the threshold. */
  description: string | null
  published_at: Timestamp | null
  duration_ms: number | null
  season_number: number | null
  episode_number: number | null
  episode_type: 'full' | 'trailer' | 'bonus'
  advisory: 'explicit' | 'clean' | 'unknown'
  image_url: string | null
  url: string | null
  enclosures: Json<EnclosureColumn[]>
  people: Json<PersonColumn[]>
  source_id: string
}

export interface EpisodeTagTable {
  episode_id: string
  tag: string
  weight: number
  source_id: string
}
export interface ChapterTable {
  episode_id: string
  position: number
  start_ms: number
  end_ms: number | null
  title: string | null
  url: string | null
  image_url: string | null
}
export interface SoundbiteTable {
  episode_id: string
  position: number
  start_ms: number
  duration_ms: number
  title: string | null
}
/** One cue or one speaker's turn. Times are null where the transcript has none. */
export interface TranscriptSegmentTable {
  id: string
  episode_id: string
  position: number
  start_ms: number | null
  end_ms: number | null
  text: string
  speaker: string | null
  source_id: string
}
/** Feeds that were fetched, for conditional requests. */
export interface FeedTable {
  url: string
  show_id: string
  etag: string | null
  last_modified: string | null
  fetched_at: Timestamp
}
