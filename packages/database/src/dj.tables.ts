import type { Generated } from 'kysely'
import type { Json, Timestamp } from './column.js'

/** A DJ session: goes when its listener goes. */
export interface DjSessionTable {
  id: string
  /** null: nobody in particular. */
  listener_id: string | null
  state: 'live' | 'paused' | 'ended'
  started_at: Timestamp
  changed_at: Timestamp
  /** Everything else that it goes on from after a restart: what was asked for, where it is, what was said. */
  progress: Json<unknown>
  /** The server that moves its clock, of `dj_servers`; null: whichever comes first. */
  holder: Generated<string | null>
}

/** A server of a DJ that is there, or was. */
export interface DjServerTable {
  id: string
  /** Past it, what it held is free. By the clock of the database. */
  alive_until: Timestamp
}

/** A segment that is, or was, in the plan of a session. */
export interface DjSegmentTable {
  id: string
  session_id: string
  /** From 0; null: dropped from the plan before it played. */
  position: number | null
  item_id: string
  item_kind: 'track' | 'episode'
  recommendation_id: string
  /** What is said before it, and what it was planned from. */
  content: Json<unknown>
}

/** What happened in a session, in order: never changed, so that whoever follows can begin again anywhere. */
export interface DjEventTable {
  session_id: string
  /** From 0, without gaps. */
  seq: number
  content: Json<unknown>
  at: Timestamp
}
