import type { Generated } from 'kysely'
import type { Timestamp } from './column.js'

export interface ListenerTable {
  id: string
  /** The id that the client's own system knows this listener by. */
  external_id: string
  display_name: string | null
  locale: string
  /** IANA name; null is unknown, and dates in words are then said in UTC. */
  time_zone: string | null
  /** Made up for demonstration. */
  synthetic: boolean
}

/** One play. Kept with its names while its item is not in the catalogue; it attaches when the item arrives. */
export interface ListenTable {
  listener_id: string
  played_at: Timestamp
  /** Makes the same play of the same thing one row: hash of the recording id or of artist and title keys. */
  fingerprint: string
  item_id: string | null
  item_kind: 'track' | 'episode'
  /** null is unknown. */
  played_ms: number | null
  artist_name: string | null
  title: string | null
  release_title: string | null
  show_title: string | null
  /** `nameKey(artist) + '\n' + nameKey(title)` (or show and title): how an unmatched listen finds its item. */
  match_key: string | null
  recording_mbid: string | null
  isrc: string | null
  source_id: string
  /** Place in the log of listens and feedback: later rows have higher ones. */
  position: Generated<number>
}

export interface FeedbackTable {
  client_event_id: string
  recommendation_id: string
  listener_id: string | null
  item_id: string
  narrative_id: string | null
  outcome: 'impression' | 'click' | 'play' | 'skip' | 'save' | 'hide'
  at: Timestamp
  played_ms: number | null
  /** Place in the log of listens and feedback. */
  position: Generated<number>
}
