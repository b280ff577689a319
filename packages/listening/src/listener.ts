import type { Database } from '@linernotes/database'
import type { Selectable } from 'kysely'

export interface Listener {
  readonly id: string
  /** The id that the client's own system knows this listener by. */
  readonly externalId: string
  readonly displayName: string | null
  /** BCP 47. */
  readonly locale: string
  /** IANA name; null is unknown, and dates in words are then said in UTC. */
  readonly timeZone: string | null
  /** Made up for demonstration. */
  readonly synthetic: boolean
}

export function toListener(row: Selectable<Database['listeners']>): Listener {
  return { id: row.id, externalId: row.external_id, displayName: row.display_name, locale: row.locale, timeZone: row.time_zone, synthetic: row.synthetic }
}

/** Whether the name is one that dates can be said in. */
export function isTimeZone(name: string): boolean {
  // Offsets like +01:00 are valid to Intl and mean the opposite sign to PostgreSQL.
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
